/** The defaults; the last three are in the controller's source (horizontal.go), no flags. */
export const defaultFlags = {
    syncSeconds: 15,
    toleranceRatio: 0.1,
    cpuInitializationSeconds: 300,
    initialReadinessDelaySeconds: 30,
    downscaleStabilizationSeconds: 300,
    legacyScaleUp: { factor: 2, minimumCount: 4 },
    wakesAnyZero: false,
    currentFrom: 'spec',
};
