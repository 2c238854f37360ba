import { suggestion } from '../base/nearest.js';
import { ProblemError } from '../base/problem.js';
import type { Runtime } from './runtimes/runtime.js';
import { runtimes } from './runtimes/runtimes.js';
import type { NamedRuntime } from './subject.js';

/** The runtimes of one command. */
export interface SelectedRuntimes {
  readonly found: readonly (NamedRuntime & Pick<Runtime, 'runs'>)[];
  /** Asked for, or usual, and not on this machine. */
  readonly missing: readonly Pick<Runtime, 'name' | 'install'>[];
}

interface Selection {
  /** `--runtimes`; undefined takes all there are. */
  readonly names: readonly string[] | undefined;
  /** A runtime that is missing is an error. */
  readonly isRequired: boolean;
}

/** @throws ProblemError with exit code 104 for a name that is none, and for a missing one that is required */
export function selectRuntimes({ names, isRequired }: Selection): SelectedRuntimes {
  const known = runtimes.map(({ name }) => name);
  for (const name of names ?? []) {
    if (known.includes(name)) continue;
    throw problem('unknown-runtime', `"${name}" is no runtime`, suggestion(name, known));
  }
  const asked = runtimes.filter(({ name }) => names === undefined || names.includes(name));
  const looked = asked.map((runtime) => ({ runtime, found: runtime.find() }));
  const missing = looked.filter(({ found }) => found === undefined).map(({ runtime }) => runtime);
  if (isRequired && missing.length > 0) {
    const list = missing.map(({ name }) => name).join(', ');
    throw problem(
      'missing-runtime',
      `not installed: ${list}`,
      `Install it (${missing.map(({ install }) => install).join('; ')}), or leave it out of --runtimes.`,
    );
  }
  const found = looked.flatMap(({ runtime, found: one }) =>
    one === undefined ? [] : [{ name: runtime.name, found: one, runs: runtime.runs }],
  );
  return { found, missing };
}

function problem(code: string, what: string, fix: string): ProblemError {
  const why = 'A policy is verified in the runtimes that are here.';
  return new ProblemError([{ code, where: { path: '--runtimes' }, what, why, fix }]);
}
