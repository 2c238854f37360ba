/** Whether a manifest's target is the service of this name. */
export function isTargetOf(target: string, serviceName: string): boolean {
  return target === serviceName || lastPartOf(target) === serviceName;
}

/** AWS names a target by a path, `service/production/web` of ECS or `aws_autoscaling_group.web` of Terraform: its last part. */
export function lastPartOf(target: string): string {
  return target.split(/[/.]/).at(-1) ?? target;
}
