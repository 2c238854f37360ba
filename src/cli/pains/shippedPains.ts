import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { invariant } from '../../base/invariant.js';
import { shippedScenarios } from '../../base/shippedFiles.js';

/** One way to run a pain's scenario: its label, and what it sets. */
export interface PainSide {
  readonly label: string;
  /** As for `--set`. */
  readonly set: string;
}

/** A side of which the tool itself warns, before any run. */
export interface PainWarning {
  readonly side: string;
  /** `restart-loop` */
  readonly code: string;
}

/** A trouble with autoscaling that a shipped scenario shows, with what mends it. */
export interface Pain {
  /** `P7`; several scenarios may show one pain. */
  readonly id: string;
  /** The scenario's name. */
  readonly name: string;
  /** Absolute path of the scenario. */
  readonly path: string;
  /** In one sentence, with where it was reported. */
  readonly pain: string;
  /** What the first run of each side shows, in numbers. */
  readonly figure: string;
  readonly fix: string;
  /** Empty where the scenario's policies are the sides. */
  readonly sides: readonly PainSide[];
  readonly warnings: readonly PainWarning[];
}

/** Every pain that comes along, by its number. Each stands in the comments at the head of its scenario, and nowhere else. */
export function shippedPains(): Pain[] {
  const pains = shippedScenarios().flatMap((path) => painOf(path) ?? []);
  return pains.sort((one, other) => numberOf(one.id) - numberOf(other.id) || (one.name < other.name ? -1 : 1));
}

/** @returns undefined for a file whose head tells of no pain */
function painOf(path: string): Pain | undefined {
  const lines = readFileSync(path, 'utf8').split('\n');
  const headEnd = lines.findIndex((line) => !line.startsWith('#'));
  const head = lines.slice(0, headEnd);
  const told = (key: string) =>
    head.flatMap((line) => (line.startsWith(`# ${key}: `) ? line.slice(key.length + 4) : []));
  const [, id, pain] = /^(P\d+)\. (.+)$/.exec(told('Pain')[0] ?? '') ?? [];
  if (id === undefined) return undefined;
  const [figure] = told('Figure');
  const [fix] = told('Fix');
  invariant(figure !== undefined && fix !== undefined, `${path} has a pain without a figure or a fix`);
  const sides = told('Side')
    .map(pairOf)
    .map(([label, set]) => ({ label, set }));
  const warnings = told('Warns')
    .map(pairOf)
    .map(([side, code]) => ({ side, code }));
  return { id, name: basename(path, '.yaml'), path, pain, figure, fix, sides, warnings };
}

function pairOf(text: string): string[] {
  return text.split(/: (.*)/s);
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}

/** Pains that are known and wait for what does not exist here yet. */
export const pendingPains: readonly { readonly id: string; readonly pain: string; readonly waitsFor: string }[] = [
  {
    id: 'P11',
    pain: 'The end of panic mode gives back what was just scaled up (knative#3153).',
    waitsFor: 'the Knative autoscaler as a platform',
  },
];
