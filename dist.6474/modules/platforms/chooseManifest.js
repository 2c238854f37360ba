import { ProblemError } from '../base/problem.js';
/**
 * The manifest of a file that scales a service: the only one, or the one whose target has the service's name.
 *
 * @throws ProblemError when several are there and none, or more than one, has the name
 */
export function chooseManifest(found, serviceName, file) {
    if (found.length === 1)
        return found[0];
    const fitting = found.filter(({ manifest: { target } }) => target !== undefined && isTargetOf(target, serviceName));
    if (fitting.length === 1)
        return fitting[0];
    const targets = found.map(({ manifest }) => `${manifest.name} (for ${manifest.target ?? 'no target'})`).join(', ');
    const what = fitting.length === 0
        ? `holds ${found.length} manifests and none is for "${serviceName}": ${targets}`
        : `holds ${fitting.length} manifests for "${serviceName}": ${targets}`;
    throw new ProblemError([
        {
            code: 'which-manifest',
            where: { file },
            what,
            why: 'The one whose target has the name of the service is taken.',
            fix: 'name the service like the target, or keep one manifest in the file.',
        },
    ]);
}
/** Whether a manifest's target is the service of this name. */
export function isTargetOf(target, serviceName) {
    return target === serviceName || lastPartOf(target) === serviceName;
}
/** AWS names a target by a path, `service/production/web` of ECS or `aws_autoscaling_group.web` of Terraform: its last part. */
export function lastPartOf(target) {
    return target.split(/[/.]/).at(-1) ?? target;
}
