import { basename, isAbsolute } from 'node:path';
import { shellCommand } from '../base/shellCommand.js';
import type { Options } from './options.js';

interface Repeat {
  readonly command: string;
  readonly operands: readonly string[];
  readonly options: Options;
  readonly seed: number | undefined;
}

/** The command that gives the same result again; options that change no figure are left out. */
export function repeatCommand({ command, operands, options, seed }: Repeat): string {
  const { policies, runs, precision, uncertain, goal, replication, set, against, allowEmpty, environment } = options;
  const words = [
    // A file of this name is no option.
    ...operands.map((operand) => (/^-./.test(operand) ? `./${operand}` : operand)),
    ...policies.flatMap((policy) => ['--policy', policy]),
    ...fileWords(options),
    ...(runs === undefined ? [] : ['--runs', String(runs)]),
    ...precisionWords(precision),
    ...(uncertain === undefined ? [] : ['--uncertain', String(uncertain)]),
    ...(goal === undefined ? [] : ['--goal', goal]),
    ...(replication === undefined ? [] : ['--replication', String(replication)]),
    ...(seed === undefined ? [] : ['--seed', String(seed)]),
    ...set.flatMap((setting) => ['--set', setting]),
    ...(against === undefined ? [] : ['--against', against]),
    ...(environment === undefined ? [] : ['--environment', environment]),
    ...(allowEmpty ? ['--allow-empty'] : []),
  ];
  return shellCommand(['dryscale', command, ...words]);
}

/** Of `--metric` and `--manifest`. */
export function fileWords({ metricNames, manifests }: Options): string[] {
  return [
    ...Object.entries(metricNames).flatMap(([name, metric]) => ['--metric', `${name}=${metric}`]),
    ...manifests.flatMap((manifest) => ['--manifest', manifest]),
  ];
}

/** Of `--seed`, `--set` and `--environment`. */
export function settingWords({ seed, set, environment }: Options): string[] {
  return [
    ...(seed === undefined ? [] : ['--seed', String(seed)]),
    ...set.flatMap((setting) => ['--set', setting]),
    ...(environment === undefined ? [] : ['--environment', environment]),
  ];
}

function precisionWords(precision: Options['precision']): string[] {
  if (precision === undefined) return [];
  const { ratio, measures, maxRunCount } = precision;
  const words = ['--precision', String(ratio), '--precision-of', measures.join(',')];
  return [...words, '--max-runs', String(maxRunCount)];
}

/**
 * The same for a document, which must not depend on the folder it was made in: relative paths stay as they were typed, absolute
 * ones lose their folders.
 */
export function portableCommand(repeat: Repeat): string {
  const { operands, options } = repeat;
  const policies = options.policies.map((policy) => policy.split(';').map(portable).join(';'));
  const manifests = options.manifests.map(portable);
  return repeatCommand({ ...repeat, operands: operands.map(portable), options: { ...options, policies, manifests } });
}

/** Keeps the service or label, and the parameters: `web=/home/me/shop/a/b.lua?x=1/2` becomes `web=b.lua?x=1/2`. */
function portable(text: string): string {
  const [, name = '', path, params] = /^([\w-]+=)?([^?]*)(.*)$/s.exec(text) ?? ['', '', text, ''];
  return isAbsolute(path) ? `${name}${basename(path)}${params}` : text;
}

/** The command as it was typed, with `--resume`: the reports and the gate are to be the same too. */
export function resumeCommand(typed: readonly string[]): string {
  const words = typed.filter((word) => word !== '--resume');
  const end = words.indexOf('--');
  const [options, operands] = end < 0 ? [words, []] : [words.slice(0, end), words.slice(end)];
  return shellCommand(['dryscale', ...options, '--resume', ...operands]);
}
