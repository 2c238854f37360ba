import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkOutputs } from '../base/output/checkOutputs.js';
import { fileSystem } from '../base/output/fileSystem.js';
import { attempt } from '../base/output/outputProblem.js';
import { headOf } from '../base/output/outputTarget.js';
import { quietly } from '../base/output/replacement.js';
import { reporters } from '../report/index.js';
import type { Output } from './output.js';
import type { ReportPlan } from './reportFiles.js';

/** What is shown of half a comparison, beside the reports of a whole one. */
const partialFolder = 'interrupted';

/**
 * Where the reports of an interrupted comparison go: never over those of one that ended, which nobody asked to lose.
 *
 * @throws ProblemError with exit code 106
 */
export function partialPlan(plan: ReportPlan | undefined, output: Output): ReportPlan | undefined {
  if (plan === undefined) return undefined;
  const there = plan.reporters.map(({ fileName }) => join(plan.folder, fileName)).filter((path) => existsSync(path));
  if (there.every(isPartial)) return plan;
  const folder = join(plan.folder, partialFolder);
  checkOutputs(plan.reporters.map(({ fileName, mark }) => ({ path: join(folder, fileName), mark })));
  output.note(`${there.join(', ')}: of an earlier comparison, left as ${there.length === 1 ? 'it is' : 'they are'}.`);
  return { ...plan, folder };
}

/** Takes away what an interrupted comparison left beside the reports, once they are of one that ended. Other files stay. */
export function removePartial({ folder }: ReportPlan): void {
  const beside = join(folder, partialFolder);
  // A link was made by somebody else.
  if (fileSystem.lstatSync(beside, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  for (const path of reporters.map(({ fileName }) => join(beside, fileName))) {
    quietly(() => {
      if (fileSystem.lstatSync(path).isFile() && isPartial(path)) fileSystem.unlinkSync(path);
    });
  }
  // Not empty: it stays.
  quietly(() => fileSystem.rmdirSync(beside));
}

/** How each kind of report says so in its head: JSON, the page, Markdown, JUnit, OpenMetrics. */
const partialMark =
  /^ {2}"interrupted": \{|<title>Partial: |^### ! dryscale: interrupted|<error message="Partial: |^dryscale_complete 0$/m;

function isPartial(path: string): boolean {
  return attempt(path, () => partialMark.test(headOf(path)));
}
