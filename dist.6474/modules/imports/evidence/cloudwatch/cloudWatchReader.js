import { z } from 'zod';
import { parseTime } from '../../../traffic/trace/time.js';
import { inputChunks, inputProblem } from '../../readInput.js';
import { JsonStream } from '../json/jsonStream.js';
import { knownSeries } from '../series/knownSeries.js';
import { SeriesCollector } from '../series/seriesCollector.js';
import { seriesFile } from '../series/seriesFile.js';
import { titleOf } from '../series/seriesMeta.js';
const time = z.union([z.string(), z.number()]);
/** Source: Amazon CloudWatch API reference, GetMetricData (MetricDataResult) and GetMetricStatistics (Datapoint). */
const dataSchema = z.looseObject({
    MetricDataResults: z.array(z.looseObject({
        Id: z.string().optional(),
        Label: z.string().optional(),
        Timestamps: z.array(time),
        Values: z.array(z.number()),
        StatusCode: z.string().optional(),
    })),
    Messages: z.array(z.looseObject({ Value: z.string().optional() })).optional(),
    NextToken: z.string().nullish(),
});
const statisticNames = ['Sum', 'Average', 'SampleCount', 'Minimum', 'Maximum'];
const statisticsSchema = z.looseObject({
    Label: z.string().optional(),
    Datapoints: z.array(z.looseObject({
        Timestamp: time,
        Unit: z.string().optional(),
        Sum: z.number().optional(),
        Average: z.number().optional(),
        Maximum: z.number().optional(),
        ExtendedStatistics: z.record(z.string(), z.number()).optional(),
    })),
});
/** Answers of CloudWatch, newest first or in any order. */
export const cloudWatchReader = {
    name: 'cloudwatch',
    summary: 'answers of CloudWatch: get-metric-data, get-metric-statistics (JSON)',
    recognises: ({ jsonKeys }) => ['MetricDataResults', 'Datapoints'].some((key) => jsonKeys.includes(key)),
    read(file, options) {
        const json = new JsonStream(inputChunks(file), {
            file,
            fix: 'save the whole answer again: aws cloudwatch get-metric-data ... --output json > FILE.',
        });
        const document = json.value();
        json.end();
        const collector = new SeriesCollector(file, options);
        const data = dataSchema.safeParse(document);
        const statistics = data.success ? undefined : statisticsSchema.safeParse(document);
        const warnings = data.success ? addData(file, data.data, collector) : [];
        if (statistics?.success === true)
            addStatistics(file, statistics.data, collector);
        else if (!data.success)
            throw wrongForm(file);
        return seriesFile(file, { form: 'CloudWatch', collected: collector.finish(), warnings, options });
    },
};
/** Results come in several entries of one Id where the answer was cut into pages. */
function addData(file, { MetricDataResults: results, Messages: messages = [], NextToken: next }, collector) {
    const warnings = [];
    const warn = (code, what, assumed) => warnings.push({ code, where: { file }, what, assumed });
    for (const { Id: id = '', Label: label = id, Timestamps: stamps, Values: values, StatusCode: status } of results) {
        if (stamps.length !== values.length)
            throw wrongForm(file);
        if (status !== undefined && status !== 'Complete' && next === undefined)
            warn('partial-data', `${label} is not whole (StatusCode ${status})`, 'all there is');
        const sink = collector.begin(metaOf(file, label, id));
        for (const [index, stamp] of stamps.entries())
            sink?.add(secondsOf(stamp, file), values[index]);
    }
    if (next !== undefined && next !== null)
        warn('partial-data', 'is one page of several (NextToken)', 'all there is');
    for (const { Value: value = '' } of messages)
        warn('cloudwatch-message', `came with a message: ${value}`, 'whole all the same');
    return warnings;
}
function addStatistics(file, { Label: label = '', Datapoints: points }, collector) {
    const extended = new Set(points.flatMap(({ ExtendedStatistics: values = {} }) => Object.keys(values)));
    const plain = statisticNames.filter((name) => points.some((point) => point[name] !== undefined));
    // A count is known by its sum, all else by its mean.
    const best = isCount(label) ? ['Sum'] : ['Average', 'Maximum', 'Minimum'];
    const chosen = best.find((name) => plain.includes(name)) ?? plain[0];
    for (const statistic of [...(chosen === undefined ? [] : [chosen]), ...extended]) {
        const sink = collector.begin({
            ...metaOf(file, label, ''),
            statistic,
            isSumOfStep: statistic === 'Sum' && isCount(label),
        });
        for (const point of points) {
            const value = point.ExtendedStatistics?.[statistic] ?? (statistic === chosen ? point[chosen] : undefined);
            if (typeof value === 'number')
                sink?.add(secondsOf(point.Timestamp, file), value);
        }
    }
}
/** The metric is a word of the label, which people write: `web RequestCount`, `CPUUtilization (Average)`, `m1`. */
function metaOf(file, label, id) {
    const words = label.split(/[^\w]+/);
    const metric = words.find((word) => /[A-Z]/.test(word) && knownSeries.some(({ name }) => name.test(word)));
    const statistic = words.find((word) => /^(p\d\d(\.\d+)?|Average|Sum|Maximum|Minimum)$/i.test(word)) ?? /p\d\d/i.exec(id)?.[0];
    const name = metric ?? (label === '' ? id : label);
    return {
        file,
        name,
        labels: metric === undefined || label === metric ? {} : { label },
        title: id === '' ? titleOf(file) : id,
        isSumOfStep: isCount(name),
        ...(statistic === undefined ? {} : { statistic }),
    };
}
function isCount(name) {
    return knownSeries.some((known) => known.form.kind === 'per-step' && known.name.test(name));
}
function secondsOf(stamp, file) {
    const seconds = typeof stamp === 'number' ? stamp : parseTime(stamp, 's');
    if (seconds !== undefined)
        return seconds;
    throw inputProblem(file, {
        code: 'bad-time',
        what: `has the time "${String(stamp).slice(0, 40)}"`,
        why: 'A guessed time would change the load silently.',
        fix: 'save the answer as the AWS CLI prints it.',
    });
}
function wrongForm(file) {
    return inputProblem(file, {
        code: 'wrong-form',
        what: 'is no whole answer of CloudWatch',
        why: 'Series are read from MetricDataResults (Timestamps and Values, equally long) or Datapoints.',
        fix: 'save what aws cloudwatch get-metric-data --output json prints.',
    });
}
