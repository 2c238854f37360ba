/**
 * Instance types of EC2 that services mostly run on: vCPUs, memory, and what they cost on demand.
 *
 * Prices: Linux, on demand, us-east-1, as of 2026-07-20; in other regions they differ. Sources: aws/karpenter-provider-aws at
 * 6fc13b523, pkg/providers/pricing/zz_generated.pricing_aws.go (from the AWS Price List) and
 * website/content/en/docs/reference/instance-types.md (vCPUs and memory, from DescribeInstanceTypes). Types that are not here are
 * not known; none is guessed.
 */
export declare const instancePrices: {
    readonly region: 'us-east-1';
    readonly date: '2026-07-20';
};
/** What one instance of a type is. */
export interface InstanceType {
    readonly vcpus: number;
    readonly memoryBytes: number;
    readonly usdPerHour: number;
}
/** A type by its name, `m6i.large`; undefined where the table does not have it. */
export declare function instanceType(name: string): InstanceType | undefined;
