import { type Confinement, confine } from '../base/confinement.js';

/** Tells the threads and processes that a confined one starts; a user who sets it only takes rights away. */
const variable = 'DRYSCALE_CONFINED';

/** Confines this process with all that it starts from now on, for the rest of their lives. */
export function confineProcess(rules: Confinement): void {
  confine(rules);
  // They are handed texts, and open nothing but traces, which are on the disk.
  process.env[variable] = JSON.stringify({ ...rules, texts: {} });
}

/** For a process with an environment of its own. */
export function confinementVariables(): Readonly<Record<string, string>> {
  const rules = process.env[variable];
  return rules === undefined ? {} : { [variable]: rules };
}

/** Confines this process or thread as the one is that started it. */
export function confineAsParent(): void {
  const rules = process.env[variable];
  if (rules !== undefined) confine(JSON.parse(rules) as Confinement); // safe: it is written above
}
