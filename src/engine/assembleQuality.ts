import { AnswerQuality } from '../gateway/ai/quality/answerQuality.js';
import type { CallLinks } from '../gateway/calls/callLinks.js';
import { hasQuality, isGraded, qualityLevels } from '../scenario/qualityIn.js';
import { targetNames } from '../scenario/routeTargets.js';
import { GradeLog } from '../telemetry/gradeLog.js';
import type { Core } from './core.js';
import type { Traffic } from './traffic.js';

/** Who knows whether answers are right; undefined where no model says how often they are. */
export function assembleQuality(
  { input: { scenario }, requests, streams }: Pick<Core, 'input' | 'requests' | 'streams'>,
  { classNames, sourceNames }: Traffic,
  links: CallLinks | undefined,
): AnswerQuality | undefined {
  if (!hasQuality(scenario)) return undefined;
  const targets = targetNames(scenario);
  return new AnswerQuality({
    requests,
    targetCount: targets.length,
    levels: classNames.flatMap((name) => targets.map((target) => qualityLevels(scenario, name, target))),
    streams: sourceNames.map((name) => streams.openIndexed(`source ${name}`, 'quality')),
    gradedShare: scenario.ai?.grading?.share ?? 0,
    links,
  });
}

/** What policies may know of it; undefined where nothing is graded. */
export function assembleGrades({ input: { scenario }, table }: Pick<Core, 'input' | 'table'>): GradeLog | undefined {
  const { grading } = scenario.ai ?? {};
  if (grading === undefined || !isGraded(scenario)) return undefined;
  return new GradeLog({ table, serviceCount: Object.keys(scenario.services).length, delaySeconds: grading.delay });
}
