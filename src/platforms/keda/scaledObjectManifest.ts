import type { SourceDocument } from '../../base/document.js';
import { latenessSentences } from '../latenessSentences.js';
import type { Manifest, ManifestOptions } from '../platform.js';
import { checkService } from './checkService.js';
import { composeHpa } from './composeHpa.js';
import { explainScaledObject } from './explainScaledObject.js';
import { kedaFeeds } from './kedaFeeds.js';
import { kedaPolicy } from './kedaPolicy.js';
import { allLints } from './lint/allLints.js';
import type { LintContext } from './lint/context.js';
import { readScaledObject } from './readScaledObject.js';
import { externalTriggers } from './scaledObject.js';
import { mappingNames } from './triggers/mappingNames.js';
import { triggerTargets } from './triggerTargets.js';

/** A ScaledObject as a manifest that can run. @throws ProblemError */
export function scaledObjectManifest(source: SourceDocument, options: ManifestOptions): Manifest {
  const { settings, spec, warnings } = readScaledObject(source, options);
  const hpa = composeHpa(settings, source);
  const feeds = kedaFeeds(settings);
  const context: LintContext = { settings, spec, source, service: undefined };
  return {
    name: settings.name,
    target: settings.targetName,
    targets: triggerTargets(settings),
    metricNames: externalTriggers(settings).flatMap((trigger) =>
      trigger.source.from === 'schedule' ? [] : mappingNames(spec.triggers[trigger.index], trigger),
    ),
    bounds: { minCount: settings.rules.idleCount ?? settings.rules.minCount, maxCount: settings.maxCount },
    hasBounds: true,
    warnings: [...warnings, ...hpa.warnings],
    definition: kedaPolicy(settings, hpa.definition),
    feeds,
    shares: hpa.shares,
    check: (service) => checkService(context, service),
    explain: () => [...explainScaledObject(settings), ...latenessSentences(feeds)],
    lint: (service) => [...allLints({ ...context, service }), ...hpa.lint(service)],
  };
}
