import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { shortTags } from '../../../src/platforms/aws/forms/cloudFormation.js';
import { Evaluator, TooMuch } from '../../../src/platforms/aws/forms/intrinsics/evaluator.js';
import { templateOf } from '../../../src/platforms/aws/forms/intrinsics/template.js';
import { caseCounts } from '../../support/sampled.js';
import { readAll } from './series.js';

/** What the parameters below are worth. */
const worth: Readonly<Record<string, string>> = { Stage: 'prod', Count: '3', Empty: '' };
const parameters = Object.fromEntries(
  Object.entries(worth).map(([name, Default]) => [name, { Type: 'String', Default }]),
);
const mappings = { Sizes: { prod: { Max: '12' }, dev: { Max: '2' } } };
const conditions = {
  Yes: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
  No: { 'Fn::Not': [{ Condition: 'Yes' }] },
  Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
  Either: { 'Fn::Or': [{ Condition: 'No' }, { Condition: 'Yes' }] },
};
const holds: Readonly<Record<string, boolean>> = { Yes: true, No: false, Both: false, Either: true };

function evaluate(value: unknown, more: object = {}): { readonly value: unknown; readonly misuses: number } {
  const template = { Parameters: parameters, Mappings: mappings, Conditions: conditions, ...more };
  const evaluator = new Evaluator(templateOf(template));
  return { value: evaluator.evaluate(value, []), misuses: evaluator.misuses.length };
}

/** An expression and the text that it must come to: the reference is built beside it, step by step. */
interface Case {
  readonly expression: unknown;
  readonly text: string;
}

const { text: textCase } = fc.letrec<{ text: Case }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 4 },
    fc
      .string({ maxLength: 6 })
      .map((text) => ({ expression: text.replaceAll('{{', ''), text: text.replaceAll('{{', '') })),
    fc.constantFrom(...Object.keys(worth)).map((name) => ({ expression: { Ref: name }, text: worth[name] })),
    fc.constantFrom('prod', 'dev').map((key) => ({
      expression: { 'Fn::FindInMap': ['Sizes', key, 'Max'] },
      text: mappings.Sizes[key].Max,
    })),
    fc.tuple(fc.constantFrom('-', '/', ''), fc.array(tie('text'), { maxLength: 3 })).map(([delimiter, items]) => ({
      expression: { 'Fn::Join': [delimiter, items.map(({ expression }) => expression)] },
      text: items.map(({ text }) => text).join(delimiter),
    })),
    fc.tuple(fc.constantFrom(...Object.keys(holds)), tie('text'), tie('text')).map(([name, yes, no]) => ({
      expression: { 'Fn::If': [name, yes.expression, no.expression] },
      text: holds[name] ? yes.text : no.text,
    })),
    fc.tuple(fc.array(tie('text'), { minLength: 1, maxLength: 3 }), fc.nat()).map(([items, seed]) => {
      const index = seed % items.length;
      return {
        expression: { 'Fn::Select': [String(index), items.map(({ expression }) => expression)] },
        text: items[index].text,
      };
    }),
    tie('text').map(({ expression, text }) => ({
      expression: { 'Fn::Select': [0, { 'Fn::Split': [',', expression] }] },
      text: text.split(',')[0],
    })),
    tie('text').map(({ expression, text }) => ({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the notation of CloudFormation itself.
      expression: { 'Fn::Sub': ['a${Own}b${Stage}${!Own}', { Own: expression }] },
      text: `a${text}b${worth.Stage}\${Own}`,
    })),
  ),
}));

describe('functions of a template', () => {
  it('come to what a reference says, however they are nested', () => {
    fc.assert(
      fc.property(textCase, ({ expression, text }) => {
        expect(evaluate(expression)).toEqual({ value: text, misuses: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it('decide a condition by what is known, and leave it open by what is not', () => {
    const open = { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] };
    const cases = (test: object) => {
      const evaluator = new Evaluator(templateOf({ Conditions: { ...conditions, Test: test } }));
      const truth = evaluator.condition('Test', []);
      return typeof truth === 'boolean' ? truth : truth.names;
    };
    expect(cases({ 'Fn::And': [open, { 'Fn::Equals': ['a', 'b'] }] })).toBe(false);
    expect(cases({ 'Fn::Or': [open, { 'Fn::Equals': [1, '1'] }] })).toBe(true);
    expect(cases({ 'Fn::And': [open, { 'Fn::Equals': [1, '1'] }] })).toEqual(['AWS::Region']);
    expect(cases({ 'Fn::Not': [open] })).toEqual(['AWS::Region']);
  });

  it.each([
    ['a mapping without the key', { 'Fn::FindInMap': ['Sizes', 'stage', 'Max'] }],
    ['an item beyond the list', { 'Fn::Select': [2, ['a', 'b']] }],
    ['a condition that is none', { 'Fn::If': ['Maybe', 1, 2] }],
    ['a function that is none', { 'Fn::Joyn': ['-', []] }],
    ['a list of another shape', { 'Fn::Join': ['-'] }],
  ])('are refused with a place: %s', (_name, value) => {
    expect(evaluate(value).misuses).toBe(1);
  });

  it('take the default of a mapping, and leave out what has no value', () => {
    expect(evaluate({ 'Fn::FindInMap': ['Sizes', 'x', 'Max', { DefaultValue: '7' }] }).value).toBe('7');
    expect(evaluate({ a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }).value).toEqual({ b: [1] });
  });

  it('are bounded: circles, depth and floods of text end in a problem', () => {
    const circle = { Conditions: { A: { 'Fn::Not': [{ Condition: 'B' }] }, B: { 'Fn::Not': [{ Condition: 'A' }] } } };
    expect(evaluate({ 'Fn::If': ['A', 1, 2] }, circle).misuses).toBeGreaterThan(0);
    let deep: unknown = 'x';
    for (let level = 0; level < 5000; level++) deep = { 'Fn::Join': ['', [deep]] };
    expect(() => evaluate(deep)).toThrow(TooMuch);
    const long = { Parameters: { Long: { Type: 'String', Default: 'x'.repeat(100_000) } } };
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the notation of CloudFormation itself.
    expect(() => evaluate({ 'Fn::Sub': '${Long}'.repeat(100_000) }, long)).toThrow(TooMuch);
  });
});

describe('any template', () => {
  const anything = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(
        'Stage',
        'Yes',
        'Policy',
        'Group',
        'AWS::Region',
        'a,b',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the notation of CloudFormation itself.
        '${Stage}',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the notation of CloudFormation itself.
        '${Group.Arn}',
        '{{resolve:ssm:x}}',
      ),
      fc.integer({ min: -1, max: 3 }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.tuple(fc.constantFrom(...Object.values(shortTags)), tie('value')).map(([name, value]) => ({ [name]: value })),
    ),
  })).value;

  for (const { tags, numRuns } of caseCounts(80, 400))
    it('is read or refused with problems, and never ends in a stack trace', { tags }, () => {
      fc.assert(
        fc.property(anything, anything, anything, (one, two, three) => {
          const template = {
            Parameters: parameters,
            Conditions: { ...conditions, Test: three },
            Resources: {
              Group: {
                Type: 'AWS::AutoScaling::AutoScalingGroup',
                Condition: 'Test',
                Properties: { MinSize: one, MaxSize: two },
              },
              Policy: {
                Type: 'AWS::AutoScaling::ScalingPolicy',
                Properties: {
                  AutoScalingGroupName: two,
                  PolicyType: 'StepScaling',
                  AdjustmentType: 'ChangeInCapacity',
                  StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: one }],
                },
              },
              Alarm: {
                Type: 'AWS::CloudWatch::Alarm',
                Properties: {
                  AlarmActions: [{ Ref: 'Policy' }, three],
                  MetricName: two,
                  Threshold: three,
                  EvaluationPeriods: one,
                  ComparisonOperator: 'GreaterThanThreshold',
                },
              },
            },
          };
          try {
            for (const manifest of readAll(template)) {
              manifest.explain();
              manifest.lint();
            }
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(ProblemError);
          }
        }),
        { numRuns },
      );
    });
});

describe('a loop of resources', () => {
  it('is refused, for what it makes would be missing', () => {
    const policy = { Type: 'AWS::AutoScaling::ScalingPolicy', Properties: { PolicyType: 'SimpleScaling' } };
    const loop = ['Name', ['a', 'b'], { 'Scale&{Name}': policy }];
    expect(() => readAll({ Resources: { 'Fn::ForEach::Scale': loop } })).toThrow(
      /get-template --template-stage Processed/,
    );
    expect(() =>
      readAll({ Resources: { 'Fn::ForEach::Topics': ['N', ['a'], { A: { Type: 'AWS::SNS::Topic' } }] } }),
    ).toThrow(/no manifest/);
  });
});

describe('short tags', () => {
  it.each(Object.entries(shortTags))('%s is its long form', (tag, name) => {
    const policy = (value: string) => `
Resources:
  Scale:
    Type: AWS::AutoScaling::ScalingPolicy
    Properties:
      AutoScalingGroupName: ${value}
      PolicyType: TargetTrackingScaling
      TargetTrackingConfiguration:
        TargetValue: 55
        PredefinedMetricSpecification: { PredefinedMetricType: ASGAverageCPUUtilization }
`;
    const outcome = (text: string) => {
      try {
        return readAll(text).map((manifest) => [manifest.target, ...manifest.explain()]);
      } catch (thrown) {
        return (thrown as ProblemError).problems.map(({ code, what }) => [code, what]);
      }
    };
    for (const argument of ['Scale', '[a, b]', '["-", [a, b]]']) {
      expect(outcome(policy(`!${tag.slice(1)} ${argument}`))).toEqual(outcome(policy(`{ "${name}": ${argument} }`)));
    }
  });
});

describe('what a template leaves open', () => {
  const template = (maximum: object) => ({
    Parameters: { Ceiling: { Type: 'Number' }, MaxCapacity: { Type: 'Number' }, Aim: { Type: 'Number' } },
    Resources: {
      Range: {
        Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
        Properties: { ServiceNamespace: 'ecs', ResourceId: 'service/a/b', MinCapacity: 2, MaxCapacity: maximum },
      },
      Cpu: {
        Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
        Properties: {
          PolicyType: 'TargetTrackingScaling',
          ScalingTargetId: { Ref: 'Range' },
          TargetTrackingScalingPolicyConfiguration: {
            TargetValue: { Ref: 'Aim' },
            PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
          },
        },
      },
    },
  });

  it('is asked for by name, and given by the parameter or by the field', () => {
    const [open] = readAll(template({ Ref: 'Ceiling' }));
    expect(open.open?.map(({ code }) => code)).toEqual(['open-value', 'open-value']);
    for (const params of [
      { Ceiling: 9, Aim: 50 },
      { 'Parameters.Ceiling': 9, TargetValue: 50 },
      { 'Range.Properties.MaxCapacity': 9, Aim: 50 },
    ]) {
      const [given] = readAll(template({ Ref: 'Ceiling' }), params as Record<string, number>);
      expect(given.open).toEqual([]);
      expect(given.bounds).toEqual({ minCount: 2, maxCount: 9 });
    }
  });

  it('means one thing where a field is nothing but the parameter of its name, and two where it is not', () => {
    expect(readAll(template({ Ref: 'MaxCapacity' }), { MaxCapacity: 9, Aim: 50 })[0].bounds.maxCount).toBe(9);
    expect(() => readAll(template({ Ref: 'Ceiling' }), { MaxCapacity: 9, Aim: 50 })).toThrow(/fits several fields/);
  });
});
