import { parseMetricSelector, parseThresholdExpression } from '../../../results/thresholdExpression.js';
import type { PolicyResult, ScenarioResult } from '../../../results/results.js';
