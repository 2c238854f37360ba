const noRequest = 'a policy serves no request. Scale from a timer: core.timer.new, or register_timer of apisix.timers';
const useLocal = 'keep it in a local of the file, or in ngx.shared';
/** Parts of apisix.core that make no sense without requests, files and etcd. */
export const refusedFields = {
    request: noRequest,
    response: noRequest,
    ctx: noRequest,
    schema: 'no configuration is checked here. Leave check_schema to APISIX',
    config_util: 'there is no configuration to read. Use core.config.local_conf()',
    ip: noRequest,
    io: 'a policy has no files',
    os: 'a policy has no processes',
    dns_client: 'all hosts of the simulated API have the same address. Use their names',
    resolver: 'all hosts of the simulated API have the same address. Use their names',
    etcd: `there is no etcd here; ${useLocal}`,
    pubsub: noRequest,
    event: noRequest,
    env: 'a policy has no environment',
    data_encryption: 'nothing is encrypted here',
};
export const refusedModules = {
    'apisix.upstream': noRequest,
    'apisix.router': noRequest,
    'apisix.admin': noRequest,
    'apisix.consumer': noRequest,
    'apisix.discovery.init': 'instances are counted by require("dryscale").instances()',
    'apisix.utils.batch-processor': `there are no logs to send; ${useLocal}`,
    'apisix.plugins.prometheus.exporter': 'metrics are read with require("dryscale").metric(name), or from /api/v1/query with resty.http',
};
