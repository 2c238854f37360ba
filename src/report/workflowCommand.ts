import { visibleText } from '../base/visible.js';

/** A line that GitHub's runners take for an annotation. Source: GitHub's page "Workflow commands for GitHub Actions". */
export interface WorkflowCommand {
  readonly level: 'error' | 'warning' | 'notice';
  /** A path of the repository; the first line when none is given. */
  readonly place?: { readonly file: string; readonly line?: number; readonly column?: number } | undefined;
  readonly title: string;
  readonly message: string;
}

/** GitHub shows ten annotations of each level a step. */
export const annotationLimit = 10;

/** The command as GitHub's own toolkit writes it. */
export function workflowCommand({ level, place, title, message }: WorkflowCommand): string {
  const properties = [
    ...(place === undefined ? [] : [`file=${escapeProperty(place.file)}`]),
    ...(place?.line === undefined ? [] : [`line=${place.line}`]),
    ...(place?.column === undefined ? [] : [`col=${place.column}`]),
    `title=${escapeProperty(title)}`,
  ];
  return `::${level} ${properties.join(',')}::${escapeData(message)}`;
}

/** A line feed would end the command, and begin one of somebody else; a log is a terminal, too. */
function escapeData(text: string): string {
  return visibleText(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
