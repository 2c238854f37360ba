/** 10 MB: all autoscalers of a large cluster. */
export declare const manifestLimitBytes = 10000000;
