import type { ManifestTrial } from './trial.js';

export const awsTrials: readonly ManifestTrial[] = [
  {
    file: 'aws-short-tags.yaml',
    says: [/ledger-cpu, for service\/core\/ledger /, /above 55 %/, /Keeps 2 to 8 instances/],
  },
  {
    file: 'aws-custom-metric.json',
    says: [/above 30 \(ParcelsPerTask\)/, /Keeps 1 to 9 instances/, /--metric ParcelsPerTask=METRIC/],
  },
  {
    file: 'aws-two-services.json',
    says: [/ledger, for service\/core\/ledger/, /Keeps 2 to 8/, /mail, for service\/core\/mail/, /Keeps 1 to 4/],
    never: [/shared-target/],
  },
  { file: 'aws-if-map.json', says: [/Keeps 3 to 12 instances/] },
  {
    file: 'aws-condition.json',
    says: [/above 50 %/, /Is not deployed, for its condition is false: Eager \(IsDev\)/],
    never: [/20 %/, /eager/],
  },
  {
    file: 'aws-parameter.json',
    says: [/above \$\{Aim\} %/, /Keeps 2 to \$\{Ceiling\} instances/, /'aws-parameter\.json\?Ceiling=VALUE&Aim=VALUE'/],
  },
  {
    file: 'aws-parameter.json',
    parameters: 'TargetValue=50&MaxCapacity=9',
    says: [/above 50 %/, /Keeps 2 to 9 instances/],
    never: [/Leaves open/],
  },
  {
    file: 'aws-step-misses.json',
    exit: 99,
    says: [/fires at CPUUtilization < 1 %, and its steps hold only from 1 % up {2}\[steps-miss\]/],
    never: [/nothing here surprises/],
  },
  {
    file: 'aws-describe-policies.json',
    says: [/\+50 % from the threshold of ledger-hot/, /its definition is not here/],
    never: [/policy-without-alarm|no alarm/],
  },
  {
    file: 'aws-forecast-only.json',
    says: [/cpu: Scales out after 3 minutes above 45 %/, /never scales \(ForecastOnly\)/, /not simulated/],
  },
  { file: 'aws-ecs-datapoints.json', says: [/Keeps 1 to 9/, /collected every 1m/], never: [/EC2|basic|detailed/] },
  {
    file: 'aws-math-label.json',
    says: [/parcels per task = waiting\/tasks/, /--metric each=METRIC/],
    never: [/--metric parcels per/],
  },
  {
    file: 'aws-alarm-unknown.json',
    says: [/"CheckoutFailures" is none of a scenario's {2}\[unknown-metric\]/, /\+2 instances/],
    never: [/policy-without-alarm/],
  },
];
