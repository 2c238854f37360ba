import type { RolloutSettings } from '../gateway/ai/rollout/settings.js';
import type { RouteSettings } from '../gateway/ai/routes/settings.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

type Path = readonly (string | number)[];

/** Rollouts that do not move, that nobody goes through, or that could never be judged. */
export function rolloutMistakes(scenario: Scenario): Finding[] {
  return Object.entries(scenario.ai?.routes ?? {}).flatMap(([name, route]): Finding[] => {
    const { rollout } = route;
    if (rollout === undefined) return [];
    const path = ['ai', 'routes', name, 'rollout'];
    return [
      ...targets(route, rollout, path),
      ...stepMistakes(rollout, path),
      ...clock(scenario, rollout, path),
      ...abortMistakes(scenario, rollout, path),
      ...users(scenario, name, path),
    ];
  });
}

function targets({ to }: RouteSettings, { steps }: RolloutSettings, path: Path): Finding[] {
  const weighty = to.filter(({ weight }) => weight > 0);
  if (to.length !== 2 || weighty.length !== 2) {
    return [
      {
        code: 'rollout-targets',
        path,
        what: `needs two services with weight in \`to\`, and there are ${weighty.length}`,
        why: 'It moves requests from the first, the old version, to the last, the new one.',
        fix: 'write `to: [{ service: OLD }, { service: NEW }]`.',
      },
    ];
  }
  const [{ weight: old }, { weight: next }] = to;
  const percent = (100 * next) / (old + next);
  if (old === next || Math.abs(percent - steps[0]) < 1e-6) return [];
  return [
    {
      code: 'no-effect',
      path: [...path.slice(0, -1), 'to'],
      what: `has weights that the first step of ${steps[0]} % replaces`,
      why: 'A rollout begins with its first step.',
      fix: 'leave `weight` out.',
    },
  ];
}

function stepMistakes({ steps }: RolloutSettings, path: Path): Finding[] {
  const at = steps.findIndex((step, index) => index > 0 && step <= steps[index - 1]);
  if (at < 0) return [];
  return [
    {
      code: 'steps-not-rising',
      path: [...path, 'steps', at],
      what: `is ${steps[at]} after ${steps[at - 1]}`,
      why: 'A rollout goes from step to step towards the new version; back it goes at once, by `abort`.',
      fix: 'write rising percents, such as [5, 25, 50, 100].',
    },
  ];
}

function clock({ duration }: Scenario, { steps, every }: RolloutSettings, path: Path): Finding[] {
  const reached = Math.ceil(duration / every);
  if (every >= duration) {
    return [
      {
        code: 'no-effect',
        path: [...path, 'every'],
        what: 'is as long as the run or longer',
        why: 'The first step would never end.',
        fix: 'shorten it, or lengthen `duration`.',
      },
    ];
  }
  if (reached >= steps.length) return [];
  return [
    {
      code: 'no-effect',
      path: [...path, 'steps', reached],
      what: `is not reached: the run ends in the step of ${steps[reached - 1]} %`,
      why: `Each step lasts \`every\`.`,
      fix: 'shorten `every`, or lengthen `duration`.',
      isWarning: true,
    },
  ];
}

function abortMistakes({ ai }: Scenario, { abort, minRequests, every }: RolloutSettings, path: Path): Finding[] {
  const why = 'It would never be rolled back.';
  if (abort === undefined) {
    if (minRequests === 100) return [];
    const fix = 'add `abort`, or remove it.';
    return [{ code: 'no-effect', path: [...path, 'minRequests'], what: 'stands without `abort`', why, fix }];
  }
  const at = [...path, 'abort'];
  if (Object.values(abort).every((limit) => limit === undefined)) {
    const fix = 'write `abort: { error_rate: 0.01 }`, or leave it out.';
    return [{ code: 'abort-nothing', path: at, what: 'names nothing that may be worse', why, fix }];
  }
  if (abort.quality === undefined) return [];
  const { grading } = ai ?? {};
  if (grading === undefined) {
    return [
      {
        code: 'needs-grading',
        path: [...at, 'quality'],
        what: 'stands without `ai.grading`',
        why: 'Nobody would know which answers are right.',
        fix: 'add `ai: { grading: { share: 0.1, delay: 60s } }`, or remove it.',
      },
    ];
  }
  if (grading.delay < every) return [];
  return [
    {
      code: 'grades-too-late',
      path: [...at, 'quality'],
      what: 'is never judged: `ai.grading.delay` is as long as a step or longer',
      why: 'A step is judged by its own answers.',
      fix: 'lengthen `every`, or shorten the delay.',
    },
  ];
}

/** A route that others fall back to lends them where it goes, and nothing else. */
function users({ requests }: Scenario, name: string, path: Path): Finding[] {
  if (Object.values(requests).some(({ route }) => route === name)) return [];
  return [
    {
      code: 'no-effect',
      path,
      what: `stands in a route that no request class names`,
      why: 'Nobody goes through it; a route that another one falls back to lends it only `to` and `fallback`.',
      fix: `write \`route: ${name}\` in a request class, or remove it.`,
    },
  ];
}
