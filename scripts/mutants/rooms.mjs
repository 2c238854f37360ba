/**
 * What is mutated: where a line decides numbers; and the tests that must notice, those beside it that only call functions.
 *
 * Of a platform it is the algorithm: what is read, explained and linted has tests of words. A change of what a module works out
 * as it is loaded needs a process of its own, seconds each: rooms full of schemas leave those out.
 */
export const rooms = [
  room('kernel', 'src/kernel/**/*.ts', 'test/kernel'),
  room('stats', 'src/stats/**/*.ts', 'test/stats'),
  // Code that is made to change line by line is ten times slower: how fast it is cannot be asked of it.
  {
    ...room('fleet', 'src/fleet/**/*.ts', 'test/fleet'),
    leftOut: ['modelServer/speed.test.ts'],
    isStaticLeftOut: true,
  },
  { ...room('gateway', 'src/gateway/**/*.ts', 'test/gateway'), isStaticLeftOut: true },
  // A snapshot that is a file needs all of vitest, and is a page of words. What is said by chance takes thousands of comparisons.
  {
    ...room('results', 'src/results/**/*.ts', 'test/results'),
    leftOut: ['measuresPage.test.ts', 'falseVerdicts.test.ts', 'noisyRegression.test.ts'],
    isStaticLeftOut: true,
  },
  room('totals', 'src/engine/totals/**/*.ts', 'test/engine/totals'),
  room('kubernetesHpa', filesOf('kubernetesHpa', hpaFiles()), 'test/platforms/kubernetesHpa'),
  room('keda', filesOf('keda', kedaFiles()), 'test/platforms/keda'),
  room('aws', 'src/platforms/aws/algorithm/**/*.ts', 'test/platforms/aws'),
];

function room(name, mutate, tests) {
  return { name, mutate: [mutate].flat(), tests: [tests] };
}

function filesOf(platform, names) {
  return names.map((name) => `src/platforms/${platform}/${name}.ts`);
}

function hpaFiles() {
  const perPod = ['groupPods', 'perPodMetric', 'podReplicas', 'usageRatio'];
  const whole = ['wholeMetric', 'saturate'];
  const moving = ['limits', 'rateLimit', 'reconcile', 'scaleEvents', 'scalingRules', 'stabilization'];
  return [...perPod, ...whole, ...moving];
}

function kedaFiles() {
  return ['composeHpa', 'compositeValue', 'cronSchedule', 'fallback', 'poll', 'promqlSeries', 'requestScale'];
}
