/** What surprises people about fields that not every Kubernetes has; the sources are in kubernetesVersion.ts. */
export function lintVersions(spec) {
    return [...zeroLints(spec), ...toleranceLints(spec)];
}
function zeroLints({ minReplicas, version, at, behavior }) {
    if (minReplicas !== 0)
        return [];
    const lints = [];
    if (!version.takesZero) {
        lints.push({
            level: 'error',
            code: 'scale-to-zero-gate',
            where: at(['spec', 'minReplicas']),
            what: `minReplicas is 0, which Kubernetes 1.${version.minor} refuses by default`,
            why: 'Its API server takes it with the feature gate HPAScaleToZero only; 1.37 has that on by default.',
            fix: 'use minReplicas 1, KEDA, or a cluster of 1.37.',
        });
    }
    else {
        lints.push({
            level: 'warning',
            code: 'scale-to-zero-version',
            where: at(['spec', 'minReplicas']),
            what: 'minReplicas 0 needs Kubernetes 1.37',
            why: 'Before, the API server refuses it unless the feature gate HPAScaleToZero is on. A Deployment that is applied with replicas: 0, or scaled to 0 by hand, stays at 0: the HPA wakes only what it took to 0 itself.',
            fix: 'check the version of the cluster, and start the Deployment with at least 1 replica.',
        });
    }
    const up = behavior?.up;
    const percents = up?.policies.filter(({ type }) => type === 'Percent') ?? [];
    const isStuck = up?.selectPolicy === 'Min' ? percents.length > 0 : percents.length === up?.policies.length;
    if (up !== undefined && up.selectPolicy !== 'Disabled' && isStuck) {
        lints.push({
            level: 'error',
            code: 'never-wakes',
            where: at(['spec', 'behavior', 'scaleUp', 'policies']),
            what: 'once at 0 it never grows again',
            why: `A Percent policy allows a share of the present count: ${percents[0].value} % of 0 is 0.`,
            fix: 'add a Pods policy with selectPolicy Max, such as Pods 4 every 15 s.',
        });
    }
    return lints;
}
function toleranceLints({ given, version, at, flags }) {
    const { up, down } = given.rules;
    const key = up?.toleranceRatio !== undefined ? 'scaleUp' : 'scaleDown';
    if (up?.toleranceRatio === undefined && down?.toleranceRatio === undefined)
        return [];
    const where = at(['spec', 'behavior', key, 'tolerance']);
    const percent = flags.toleranceRatio * 100;
    if (!version.readsTolerance) {
        return [
            {
                level: 'error',
                code: 'tolerance-dropped',
                where,
                what: `Kubernetes 1.${version.minor} drops \`tolerance\` silently`,
                why: `The feature gate HPAConfigurableTolerance is off there by default, so the ${percent} % of the controller hold.`,
                fix: 'turn the gate on, or use a cluster of 1.35 or later.',
            },
        ];
    }
    return [
        {
            level: 'warning',
            code: 'tolerance-version',
            where,
            what: '`tolerance` needs Kubernetes 1.35',
            why: `1.33 and 1.34 drop it silently, so ${percent} % hold (feature gate HPAConfigurableTolerance); before 1.33 kubectl apply refuses the unknown field.`,
            fix: 'check the version of the cluster.',
        },
    ];
}
