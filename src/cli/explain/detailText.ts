import { type Problem, problemLines } from '../../base/problem.js';
import { visibleLine } from '../../base/visible.js';
import type { FoundManifest } from '../../platforms/documentSet.js';

/** What one manifest does, what of it is not simulated, and what surprises people. */
export function detailText({ platform, manifest }: FoundManifest): string {
  const { name, target, warnings } = manifest;
  const lints = manifest.lint();
  const parts = [
    visibleLine(`${name}${target === undefined ? '' : `, for ${target}`}   ${platform.title}`),
    manifest
      .explain()
      .map((sentence) => visibleLine(`  - ${sentence}`))
      .join('\n'),
    ...(warnings.length === 0 ? [] : [`  not simulated\n${warnings.map((one) => indented(one)).join('\n')}`]),
    ...(lints.length === 0
      ? ['  no surprises found']
      : [`  surprises\n${lints.map((lint) => indented(lint, lint.level)).join('\n')}`]),
  ];
  return parts.join('\n\n');
}

function indented(problem: Problem, level?: string): string {
  return problemLines(problem, level)
    .map((line) => `    ${line}`)
    .join('\n');
}
