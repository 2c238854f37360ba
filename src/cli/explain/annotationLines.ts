import { annotationLimit, type WorkflowCommand, workflowCommand } from '../../report/workflowCommand.js';
import type { Finding } from './findingsOf.js';

/**
 * Findings as annotations on GitHub, beside their lines.
 *
 * @param pathOf a file's path from the root of the repository
 */
export function annotationLines(findings: readonly Finding[], pathOf: (file: string) => string): string[] {
  return (['error', 'warning', 'note'] as const).flatMap((level) => {
    const own = findings.filter((finding) => finding.level === level).map((finding) => commandOf(finding, pathOf));
    const shown = own.length <= annotationLimit ? own : own.slice(0, annotationLimit - 1);
    const rest = own.length - shown.length;
    const more = { level: levels[level], title: 'dryscale explain', message: `and ${rest} more` };
    return [...shown, ...(rest === 0 ? [] : [more])].map(workflowCommand);
  });
}

const levels = { error: 'error', warning: 'warning', note: 'notice' } as const;

function commandOf({ level, problem, place }: Finding, pathOf: (file: string) => string): WorkflowCommand {
  const { code, what, why, fix } = problem;
  const where = { ...place, file: pathOf(place.file) };
  return { level: levels[level], place: where, title: `dryscale: ${code}`, message: `${what}. ${why} Fix: ${fix}` };
}
