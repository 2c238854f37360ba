/** 10 MB: all autoscalers of a large cluster. */
export const manifestLimitBytes = 10_000_000;
