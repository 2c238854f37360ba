import { isRecord } from '../read/resource.js';

/** Fields of numbers, and of yes and no, that CloudFormation and Terraform also take or print as text. */
const numericFields = new Set([
  'MinSize',
  'MaxSize',
  'DesiredCapacity',
  'DefaultCooldown',
  'DefaultInstanceWarmup',
  'Cooldown',
  'EstimatedInstanceWarmup',
  'ScalingAdjustment',
  'MinAdjustmentMagnitude',
  'MetricIntervalLowerBound',
  'MetricIntervalUpperBound',
  'TargetValue',
  'ScaleInCooldown',
  'ScaleOutCooldown',
  'MinCapacity',
  'MaxCapacity',
  'Threshold',
  'Period',
  'EvaluationPeriods',
  'DatapointsToAlarm',
]);
const booleanFields = new Set(['DisableScaleIn', 'ActionsEnabled', 'Enabled']);

/** The value with numbers where its forms may write them as text; other text is left for the schema to refuse. */
export function withNumbers(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, converted(key, inner)]));
}

function converted(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (isRecord(item) ? withNumbers(item) : item));
  if (isRecord(value)) return withNumbers(value);
  if (typeof value !== 'string') return value;
  if (numericFields.has(key) && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) return Number(value);
  return booleanFields.has(key) && (value === 'true' || value === 'false') ? value === 'true' : value;
}
