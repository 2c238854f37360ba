/**
 * Instance types of EC2 that services mostly run on: vCPUs, memory, and what they cost on demand.
 *
 * Prices: Linux, on demand, us-east-1, as of 2026-07-20; in other regions they differ. Sources: aws/karpenter-provider-aws at
 * 6fc13b523, pkg/providers/pricing/zz_generated.pricing_aws.go (from the AWS Price List) and
 * website/content/en/docs/reference/instance-types.md (vCPUs and memory, from DescribeInstanceTypes). Types that are not here are
 * not known; none is guessed.
 */
export const instancePrices = { region: 'us-east-1', date: '2026-07-20' };
/**
 * Families whose sizes differ by nothing but their vCPUs: GiB a vCPU, dollars a vCPU and hour (within $0.00005 of the list), sizes.
 *
 * A medium has one vCPU, a large two, an xlarge four, a 2xlarge (here `2x`) eight.
 */
const families = {
    m4: [4, 0.05, 'large xlarge 2x 4x 10x 16x'],
    m5: [4, 0.048, 'large xlarge 2x 4x 8x 12x 16x 24x'],
    m5a: [4, 0.043, 'large xlarge 2x 4x 8x 12x 16x 24x'],
    m5d: [4, 0.0565, 'large xlarge 2x 4x 8x 12x 16x 24x'],
    m5n: [4, 0.0595, 'large xlarge 2x 4x 8x 12x 16x 24x'],
    m6i: [4, 0.048, 'large xlarge 2x 4x 8x 12x 16x 24x 32x'],
    m6a: [4, 0.0432, 'large xlarge 2x 4x 8x 12x 16x 24x 32x 48x'],
    m6g: [4, 0.0385, 'medium large xlarge 2x 4x 8x 12x 16x'],
    m7i: [4, 0.0504, 'large xlarge 2x 4x 8x 12x 16x 24x 48x'],
    'm7i-flex': [4, 0.04788, 'large xlarge 2x 4x 8x 12x 16x'],
    m7a: [4, 0.05796, 'medium large xlarge 2x 4x 8x 12x 16x 24x 32x 48x'],
    m7g: [4, 0.0408, 'medium large xlarge 2x 4x 8x 12x 16x'],
    m8g: [4, 0.04488, 'medium large xlarge 2x 4x 8x 12x 16x 24x 48x'],
    m8i: [4, 0.05292, 'large xlarge 2x 4x 8x 12x 16x 24x 32x 48x 96x'],
    c5: [2, 0.0425, 'large xlarge 2x 4x 9x 12x 18x 24x'],
    c5a: [2, 0.0385, 'large xlarge 2x 4x 8x 12x 16x 24x'],
    c5d: [2, 0.048, 'large xlarge 2x 4x 9x 12x 18x 24x'],
    c6i: [2, 0.0425, 'large xlarge 2x 4x 8x 12x 16x 24x 32x'],
    c6a: [2, 0.03825, 'large xlarge 2x 4x 8x 12x 16x 24x 32x 48x'],
    c6g: [2, 0.034, 'medium large xlarge 2x 4x 8x 12x 16x'],
    c6gn: [2, 0.0432, 'medium large xlarge 2x 4x 8x 12x 16x'],
    c7i: [2, 0.044625, 'large xlarge 2x 4x 8x 12x 16x 24x 48x'],
    'c7i-flex': [2, 0.04239375, 'large xlarge 2x 4x 8x 12x 16x'],
    c7a: [2, 0.05132, 'medium large xlarge 2x 4x 8x 12x 16x 24x 32x 48x'],
    c7g: [2, 0.03625, 'medium large xlarge 2x 4x 8x 12x 16x'],
    c8g: [2, 0.03988, 'medium large xlarge 2x 4x 8x 12x 16x 24x 48x'],
    c8i: [2, 0.046855, 'large xlarge 2x 4x 8x 12x 16x 24x 32x 48x 96x'],
    r4: [7.625, 0.0665, 'large xlarge 2x 4x 8x 16x'],
    r5: [8, 0.063, 'large xlarge 2x 4x 8x 12x 16x 24x'],
    r5a: [8, 0.0565, 'large xlarge 2x 4x 8x 12x 16x 24x'],
    r5d: [8, 0.072, 'large xlarge 2x 4x 8x 12x 16x 24x'],
    r6i: [8, 0.063, 'large xlarge 2x 4x 8x 12x 16x 24x 32x'],
    r6a: [8, 0.0567, 'large xlarge 2x 4x 8x 12x 16x 24x 32x 48x'],
    r6g: [8, 0.0504, 'medium large xlarge 2x 4x 8x 12x 16x'],
    r7i: [8, 0.06615, 'large xlarge 2x 4x 8x 12x 16x 24x 48x'],
    r7a: [8, 0.076075, 'medium large xlarge 2x 4x 8x 12x 16x 24x 32x 48x'],
    r7g: [8, 0.05355, 'medium large xlarge 2x 4x 8x 12x 16x'],
    r8g: [8, 0.05891, 'medium large xlarge 2x 4x 8x 12x 16x 24x 48x'],
    r8i: [8, 0.06946, 'large xlarge 2x 4x 8x 12x 16x 24x 32x 48x 96x'],
};
/** Types that share processors: vCPUs, GiB, dollars an hour. */
const burstable = {
    't2.nano': [1, 0.5, 0.0058],
    't2.micro': [1, 1, 0.0116],
    't2.small': [1, 2, 0.023],
    't2.medium': [2, 4, 0.0464],
    't2.large': [2, 8, 0.0928],
    't2.xlarge': [4, 16, 0.1856],
    't2.2xlarge': [8, 32, 0.3712],
    't3.nano': [2, 0.5, 0.0052],
    't3.micro': [2, 1, 0.0104],
    't3.small': [2, 2, 0.0208],
    't3.medium': [2, 4, 0.0416],
    't3.large': [2, 8, 0.0832],
    't3.xlarge': [4, 16, 0.1664],
    't3.2xlarge': [8, 32, 0.3328],
    't3a.nano': [2, 0.5, 0.0047],
    't3a.micro': [2, 1, 0.0094],
    't3a.small': [2, 2, 0.0188],
    't3a.medium': [2, 4, 0.0376],
    't3a.large': [2, 8, 0.0752],
    't3a.xlarge': [4, 16, 0.1504],
    't3a.2xlarge': [8, 32, 0.3008],
    't4g.nano': [2, 0.5, 0.0042],
    't4g.micro': [2, 1, 0.0084],
    't4g.small': [2, 2, 0.0168],
    't4g.medium': [2, 4, 0.0336],
    't4g.large': [2, 8, 0.0672],
    't4g.xlarge': [4, 16, 0.1344],
    't4g.2xlarge': [8, 32, 0.2688],
};
const gibBytes = 2 ** 30;
/** A type by its name, `m6i.large`; undefined where the table does not have it. */
export function instanceType(name) {
    if (Object.hasOwn(burstable, name)) {
        const [vcpus, gib, usdPerHour] = burstable[name];
        return { vcpus, memoryBytes: gib * gibBytes, usdPerHour };
    }
    const [family, size] = name.split('.', 2);
    if (!Object.hasOwn(families, family) || size === undefined)
        return undefined;
    const [gibPerVcpu, usdPerVcpu, sizes] = families[family];
    if (!sizes.split(' ').some((one) => one.replace(/^(\d+)x$/, '$1xlarge') === size))
        return undefined;
    const vcpus = vcpusOf(size);
    return { vcpus, memoryBytes: vcpus * gibPerVcpu * gibBytes, usdPerHour: Number((vcpus * usdPerVcpu).toFixed(5)) };
}
function vcpusOf(size) {
    if (size === 'medium')
        return 1;
    return size === 'large' ? 2 : 4 * Number(/^\d+/.exec(size)?.[0] ?? 1);
}
