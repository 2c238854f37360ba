/** A CloudWatch alarm on high CPU, as `aws cloudwatch put-metric-alarm` takes it. */
export const alarm = {
  AlarmName: 'high',
  AlarmActions: ['move'],
  MetricName: 'CPUUtilization',
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 3,
  Threshold: 70,
  ComparisonOperator: 'GreaterThanThreshold',
};
