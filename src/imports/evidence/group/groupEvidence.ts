/** What one instance is. */
export interface InstanceFacts {
  /** `m6i.large`; several where the group mixes them; empty where the file does not tell. */
  readonly types: readonly string[];
  /** Of the first type, or of an ECS task; null where it is not known. */
  readonly vcpus: number | null;
  readonly memoryBytes: number | null;
  readonly usdPerHour: number | null;
  /** Where the price is from, or why there is none: `price not in the table`. */
  readonly priceSource: string;
}

/** A group of instances, or a service of tasks, that a policy scales. */
export interface GroupEvidence {
  readonly kind: 'scaling-group';
  readonly file: string;
  readonly summary: string;
  readonly form: 'terraform' | 'cloudformation' | 'aws-cli';
  /** `ec2`: an Auto Scaling group; `ecs`: tasks of a service; `application`: another target of Application Auto Scaling. */
  readonly unit: 'ec2' | 'ecs' | 'application';
  readonly name: string;
  /** Null where the file does not tell, or a template leaves it open. */
  readonly minCount: number | null;
  readonly maxCount: number | null;
  readonly desiredCount: number | null;
  /** How long a new instance is left out of the metrics. */
  readonly warmupSeconds: number | null;
  readonly cooldownSeconds: number | null;
  /** For so long a new instance may fail its checks: longer than its startup, mostly. */
  readonly healthCheckGraceSeconds: number | null;
  readonly instance: InstanceFacts;
}
