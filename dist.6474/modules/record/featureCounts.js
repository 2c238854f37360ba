/** Counts over the measured span that only scenarios with the feature behind them have. */
export const featureCountNames = ['requestsToDead', 'healthChecks'];
