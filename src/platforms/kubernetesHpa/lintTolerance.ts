import type { Lint } from '../platform.js';
import type { HpaSpec } from './hpaSpec.js';
import { isWithinTolerance } from './tolerance.js';

/**
 * Steps that lie inside the tolerance at every count the autoscaler may have.
 *
 * At n instances a load for n + 1 is a ratio of (n + 1) / n. It shrinks as n grows, so what is inside at the minimum is
 * inside everywhere.
 */
export function lintTolerance({ minReplicas, maxReplicas, tolerance, version, at }: HpaSpec): Lint[] {
  if (minReplicas < 1 || minReplicas === maxReplicas) return [];
  const isUnseen = (more: number) => isWithinTolerance((minReplicas + more) / minReplicas, tolerance);
  if (!isUnseen(1)) return [];
  const most = Math.ceil(minReplicas * tolerance.upRatio);
  const unseen = isUnseen(most) ? most : most - 1;
  const percent = Number((tolerance.upRatio * 100).toPrecision(6));
  const more = unseen === 1 ? 'a load for 1 instance more is' : `a load for up to ${unseen} instances more is`;
  return [
    {
      level: 'warning',
      code: 'step-inside-tolerance',
      where: at(['spec', 'minReplicas']),
      what: `at ${minReplicas} instances ${more} inside the tolerance, and not answered`,
      why: `It grows only above ${100 + percent} % of the target, and then asks for ${unseen + 1} or more at once; until then each instance carries up to ${percent} % more than the target.`,
      fix: `lower the target by ${percent} %${version.readsTolerance ? ', or set behavior.scaleUp.tolerance (Kubernetes 1.35)' : ''}.`,
    },
  ];
}
