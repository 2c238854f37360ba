/** CPU as Kubernetes writes it: 250m, 1, 1500m. */
export declare function cpuText(vcpus: number): string;
