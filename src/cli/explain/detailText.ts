import { renderProblem } from '../../base/problem.js';
import type { FoundManifest } from '../../platforms/documentSet.js';

/** What one manifest does, what of it is not simulated, and what surprises people. */
export function detailText({ platform, manifest }: FoundManifest): string {
  const { name, target, warnings } = manifest;
  const lints = manifest.lint();
  const parts = [
    `${name}${target === undefined ? '' : `, for ${target}`}   ${platform.title}`,
    manifest
      .explain()
      .map((sentence) => `  - ${sentence}`)
      .join('\n'),
    ...(warnings.length === 0
      ? []
      : [`  not simulated\n${warnings.map((one) => indented(renderProblem(one))).join('\n')}`]),
    ...(lints.length === 0
      ? ['  no surprises found']
      : [`  surprises\n${lints.map((lint) => indented(`${lint.level}: ${renderProblem(lint)}`)).join('\n')}`]),
  ];
  return parts.join('\n\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}
