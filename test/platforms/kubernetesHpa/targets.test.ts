import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { kubernetesHpa } from '../../../src/platforms/kubernetesHpa/kubernetesHpa.js';
import { fieldRead, fieldsWithoutEffect, type TargetSource } from '../../../src/platforms/kubernetesHpa/targetRules.js';
import { caseCounts } from '../../support/sampled.js';
import { hpaOf, objectOf, plainSource, readText } from './fakeFleet.js';

const sources: readonly TargetSource[] = ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'];
const heads: Readonly<Record<TargetSource, object>> = {
  Resource: { name: 'cpu' },
  ContainerResource: { name: 'cpu', container: 'app' },
  Pods: { metric: { name: 'm' } },
  Object: { metric: { name: 'm' }, describedObject: { kind: 'Ingress', name: 'front' } },
  External: { metric: { name: 'm' } },
};

const metricOf = (source: TargetSource, target: object) => ({
  type: source,
  [source[0].toLowerCase() + source.slice(1)]: { ...heads[source], target },
});

/** The sentence of the metric, or the problem. */
function outcome(source: TargetSource, target: object): string {
  try {
    return hpaOf({ maxReplicas: 9, metrics: [metricOf(source, target)] }).explain()[1];
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return thrown.problems.map(({ what, why }) => `${what}: ${why}`).join('; ');
  }
}

describe('a target', () => {
  // What the API server says of each: validation.go; what the controller reads: horizontal.go.
  it.each<[TargetSource, object, RegExp]>([
    ['External', { type: 'Value', averageValue: 25 }, /^m: one instance for each 25 /],
    ['External', { type: 'AverageValue', value: 25 }, /^m: keeps the value itself at 25/],
    ['External', { type: 'Utilization', averageValue: 25 }, /^m: one instance for each 25 /],
    ['External', { type: 'Value', value: 5, averageUtilization: 80 }, /^m: keeps the value itself at 5/],
    [
      'External',
      { type: 'Value', value: 5, averageValue: 5 },
      /^target has value and averageValue: An External .*both/,
    ],
    [
      'External',
      { type: 'Value', averageUtilization: 5 },
      /^target has averageUtilization: An External metric needs value/,
    ],
    ['Object', { type: 'AverageValue', averageValue: 30, value: 9 }, /^m: one instance for each 30 /],
    ['Object', { type: 'Value', averageValue: 30, value: 9 }, /^m: keeps the value itself at 9/],
    [
      'Object',
      { type: 'Value', averageValue: 30 },
      /^type is Value, but averageValue is given: For Object .* finds none/,
    ],
    ['Object', { type: 'Utilization', value: 30 }, /^type is Utilization, but value is given/],
    ['Object', { type: 'Value' }, /^target has no target value: An Object metric needs value or averageValue/],
    ['Pods', { type: 'Value', averageValue: 4 }, /^m: keeps the mean per instance at 4/],
    ['Pods', { type: 'AverageValue', averageValue: 4, value: 9 }, /^m: keeps the mean per instance at 4/],
    ['Pods', { type: 'Value', value: 4 }, /^target has value: A Pods metric needs averageValue/],
    ['Resource', { type: 'AverageValue', averageUtilization: 60 }, /^cpu: keeps usage at 60 %/],
    ['Resource', { type: 'Utilization', averageValue: '250m' }, /^cpu: keeps the mean per instance at 250m/],
    ['Resource', { type: 'Utilization', averageUtilization: 60, value: 9 }, /^cpu: keeps usage at 60 %/],
    [
      'Resource',
      { type: 'Utilization', averageUtilization: 60, averageValue: 1 },
      /^target has averageUtilization and/,
    ],
  ])('of %s %j', (source, target, expected) => {
    expect(outcome(source, target)).toMatch(expected);
  });

  for (const { tags, numRuns } of caseCounts(50, 300))
    it('that is accepted warns of each field that changes nothing, and of no other', { tags }, () => {
      const amount = fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined });
      const targets = fc.record({
        type: fc.constantFrom('Utilization', 'Value', 'AverageValue'),
        value: amount,
        averageValue: amount,
        averageUtilization: amount,
      });
      const sentence = (source: TargetSource, target: object) => outcome(source, target);
      fc.assert(
        fc.property(fc.constantFrom(...sources), targets, (source, target) => {
          const value = objectOf({ maxReplicas: 9, metrics: [metricOf(source, target)] });
          let warned: readonly string[];
          try {
            const { warnings } = kubernetesHpa.read(plainSource(value), { metricNames: {} });
            warned = warnings.flatMap(({ what }) => /^(\w+)(?: \w+)? has no effect$/.exec(what)?.[1] ?? []);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(ProblemError);
            return;
          }
          // Without a field that has no effect, or with another type, the same happens.
          for (const field of warned) {
            const without = field === 'type' ? { ...target, type: 'AverageValue' } : { ...target, [field]: undefined };
            if (source !== 'Object' || field !== 'type')
              expect(sentence(source, without)).toBe(sentence(source, target));
          }
          const given = (['value', 'averageValue', 'averageUtilization'] as const).filter(
            (key) => target[key] !== undefined,
          );
          expect(warned.filter((field) => field !== 'type')).toHaveLength(given.length - 1);
        }),
        { numRuns },
      );
    });

  it('of an Object metric is read by its type, of any other by what is given', () => {
    const both = {
      type: 'Value',
      value: { milli: 1n, value: 1, text: '1' },
      averageValue: { milli: 2n, value: 2, text: '2' },
    };
    expect(fieldRead('Object', both)).toBe('value');
    expect(fieldsWithoutEffect('Object', both)).toEqual(['averageValue']);
    expect(fieldRead('Pods', both)).toBe('averageValue');
    expect(fieldsWithoutEffect('Pods', both)).toEqual(['type', 'value']);
  });
});

describe('a name', () => {
  it.each(['a/b', 'a%b', '..'])('%s is refused, as it would be part of a path', (name) => {
    expect(() =>
      hpaOf({
        maxReplicas: 3,
        metrics: [{ type: 'Pods', pods: { metric: { name }, target: { type: 'AverageValue', averageValue: 1 } } }],
      }),
    ).toThrow(/part of a path/);
  });

  it('may have what the cloud adapters write', () => {
    const text = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: x }
spec:
  scaleTargetRef: { kind: Deployment, name: web }
  maxReplicas: 3
  metrics:
    - type: External
      external:
        metric: { name: "pubsub.googleapis.com|subscription|num_undelivered_messages" }
        target: { type: AverageValue, averageValue: 100 }
`;
    expect(readText(text).metricNames).toEqual(['pubsub.googleapis.com|subscription|num_undelivered_messages']);
  });
});
