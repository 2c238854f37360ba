import { describe, expect, it } from 'vitest';
import { presets } from '../../../src/cloud/api/presets/index.js';
import { presetNames } from '../../../src/cloud/api/presets/names.js';
import { deskOf, FakeBackend, read } from './fakeBackend.js';

const withPreset = (preset: string, cloud: ConstructorParameters<typeof FakeBackend>[0] = {}) => {
  const backend = new FakeBackend(cloud);
  return { backend, ...deskOf({ preset }, backend) };
};

describe('every preset', () => {
  it('is listed under its own name, and its routes differ', () => {
    for (const name of presetNames) {
      expect(presets[name].name).toBe(name);
      const texts = presets[name].routes.map(({ template }) => template.text);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('stands behind the routes of the scenario', () => {
    const routes = [{ match: 'POST https://api.hetzner.cloud/v1/servers', does: 'nothing', reply: { text: 'mine' } }];
    const { send } = deskOf({ routes, preset: ['hetzner', 'openstack'] });
    expect(send('POST', 'https://api.hetzner.cloud/v1/servers')?.body).toBe('mine');
    expect(send('GET', 'https://api.hetzner.cloud/v1/servers')?.code).toBe(200);
    expect(send('GET', 'https://nova.cloud.example:8774/v2.1/servers')?.code).toBe(200);
  });
});

describe('hetzner', () => {
  const base = 'https://api.hetzner.cloud/v1';

  it('creates a server, whose action is done once it runs, lists and deletes it', () => {
    const { send, backend } = withPreset('hetzner');
    const body = { name: 'web-new', server_type: 'cx22', image: 'debian-12', labels: { role: 'web' } };
    const created = read(send('POST', `${base}/servers`, body, { Authorization: 'Bearer x' }));
    expect(created).toMatchObject([
      201,
      {
        server: { id: 3, name: 'web-new', status: 'initializing', labels: { role: 'web' } },
        action: {
          id: 1,
          command: 'create_server',
          status: 'running',
          progress: 0,
          resources: [{ id: 3, type: 'server' }],
        },
        next_actions: [],
      },
    ]);
    backend.becomeReady();
    expect(read(send('GET', `${base}/actions/1`))).toMatchObject([
      200,
      { action: { status: 'success', progress: 100 } },
    ]);
    const listed = [{ id: 1, status: 'running' }, { id: 2 }, { id: 3, name: 'web-new' }];
    const pagination = { page: 1, per_page: 25, previous_page: null, next_page: null, last_page: 1, total_entries: 3 };
    expect(read(send('GET', `${base}/servers?status=running`))).toMatchObject([
      200,
      { servers: listed, meta: { pagination } },
    ]);
    expect(read(send('GET', `${base}/servers?page=2&per_page=2`))).toMatchObject([200, { servers: [{ id: 3 }] }]);
    expect(read(send('DELETE', `${base}/servers/3`))).toMatchObject([200, { action: { command: 'delete_server' } }]);
    expect(read(send('GET', `${base}/servers/3`))).toMatchObject([404, { error: { code: 'not_found' } }]);
    expect(backend.changes.at(-1)).toMatchObject({ desired: 2, instance: 2 });
  });

  it.each([
    [{ failure: 'throttled' }, 429, 'rate_limit_exceeded'],
    [{ failure: 'failed' }, 503, 'unavailable'],
    [{ quota: 2 }, 403, 'resource_limit_exceeded'],
    [{ max: 2 }, 403, 'resource_limit_exceeded'],
  ] as const)('turns down as documented: %o', (cloud, status, code) => {
    const { send } = withPreset('hetzner', cloud);
    expect(read(send('POST', `${base}/servers`, { name: 'x' }))).toMatchObject([
      status,
      { error: { code, details: null } },
    ]);
  });
});

describe('aws-asg', () => {
  const url = 'https://autoscaling.eu-west-1.amazonaws.com/';
  const form = 'Version=2011-01-01&AutoScalingGroupName=web-asg&Action=';

  it('sets the capacity by form or query, and answers in XML', () => {
    const { send, backend } = withPreset('aws-asg');
    const reply = send('POST', url, `${form}SetDesiredCapacity&DesiredCapacity=4&HonorCooldown=false`);
    expect(reply?.headers['content-type']).toBe('text/xml');
    expect(reply?.body).toMatch(
      /^<SetDesiredCapacityResponse xmlns="http:\/\/autoscaling\.amazonaws\.com\/doc\/2011-01-01\/"><ResponseMetadata><RequestId>[^<]+<\/RequestId><\/ResponseMetadata><\/SetDesiredCapacityResponse>$/,
    );
    expect(send('GET', `${url}?${form}SetDesiredCapacity&DesiredCapacity=3`)?.code).toBe(200);
    expect(backend.changes.map(({ desired }) => desired)).toEqual([4, 3]);
  });

  it('describes the group', () => {
    const { send } = withPreset('aws-asg', { initial: 1 });
    const describe_ = `${url}?Action=DescribeAutoScalingGroups&AutoScalingGroupNames.member.1=web-asg`;
    expect(send('GET', describe_)?.body).toContain(
      '<AutoScalingGroups><member><AutoScalingGroupName>web-asg</AutoScalingGroupName><MinSize>1</MinSize><MaxSize>10</MaxSize><DesiredCapacity>1</DesiredCapacity>',
    );
    expect(send('GET', describe_)?.body).toContain(
      '<Instances><member><InstanceId>i-00000000000000001</InstanceId><AvailabilityZone>zone-1</AvailabilityZone><LifecycleState>InService</LifecycleState>',
    );
    expect(read(send('GET', describe_, undefined, { Accept: 'application/json' }))).toMatchObject([
      200,
      {
        DescribeAutoScalingGroupsResponse: {
          DescribeAutoScalingGroupsResult: { AutoScalingGroups: [{ DesiredCapacity: 1 }] },
        },
      },
    ]);
  });

  it('terminates an instance with or without another in its place', () => {
    const { send, backend } = withPreset('aws-asg', { initial: 3 });
    const terminate = (id: string, decrement: boolean) =>
      send(
        'POST',
        url,
        `Action=TerminateInstanceInAutoScalingGroup&InstanceId=${id}&ShouldDecrementDesiredCapacity=${decrement}`,
      );
    expect(terminate('i-00000000000000002', true)?.body).toContain('<StatusCode>InProgress</StatusCode>');
    expect(terminate('i-00000000000000003', false)?.code).toBe(200);
    expect(backend.changes).toMatchObject([
      { desired: 2, instance: 1 },
      { desired: 2, instance: 2 },
    ]);
    expect(terminate('i-0123456789abcdef0', true)?.body).toContain('<Code>ValidationError</Code>');
  });

  it('keeps the size where the real group would refuse', () => {
    const { send, backend } = withPreset('aws-asg', { max: 4 });
    const reply = send('POST', url, `${form}SetDesiredCapacity&DesiredCapacity=10`);
    expect(reply?.code).toBe(400);
    expect(reply?.body).toContain(
      '<Message>New SetDesiredCapacity value 10 is above max value 4 for the AutoScalingGroup.</Message>',
    );
    expect(backend.counts('web').desired).toBe(2);
    expect(
      withPreset('aws-asg', { failure: 'throttled' }).send('POST', url, `${form}SetDesiredCapacity&DesiredCapacity=3`),
    ).toMatchObject({
      code: 400,
      body: expect.stringContaining('<Code>Throttling</Code><Message>Rate exceeded</Message>'),
    });
    expect(send('POST', url, 'Action=PutScalingPolicy')?.finding).toContain('PutScalingPolicy is not simulated');
  });
});

describe('gcp-mig', () => {
  const zone = 'https://compute.googleapis.com/compute/v1/projects/p/zones/europe-west1-b';
  const group = `${zone}/instanceGroupManagers/web`;

  it('resizes, shows and lists the group, and deletes instances', () => {
    const { send, backend } = withPreset('gcp-mig');
    expect(read(send('POST', `${group}/resize?size=3`))).toMatchObject([
      200,
      {
        kind: 'compute#operation',
        name: 'operation-1',
        operationType: 'compute.instanceGroupManagers.resize',
        status: 'DONE',
      },
    ]);
    expect(read(send('GET', `${zone}/operations/operation-1`))).toMatchObject([200, { status: 'DONE' }]);
    expect(read(send('GET', group))).toMatchObject([
      200,
      {
        kind: 'compute#instanceGroupManager',
        targetSize: 3,
        currentActions: { none: 2, creating: 1 },
        status: { isStable: false },
      },
    ]);
    backend.becomeReady();
    const managed = {
      instance: expect.stringMatching(/\/zones\/europe-west1-b\/instances\/web-0$/),
      instanceStatus: 'RUNNING',
      currentAction: 'NONE',
    };
    expect(read(send('POST', `${group}/listManagedInstances`))).toMatchObject([
      200,
      { managedInstances: [managed, {}, {}] },
    ]);
    const instances = ['zones/europe-west1-b/instances/web-0', 'zones/europe-west1-b/instances/web-2'];
    expect(read(send('POST', `${group}/deleteInstances`, { instances }))[0]).toBe(200);
    expect(backend.instances('web').map(({ launchNumber }) => launchNumber)).toEqual([1]);
    expect(read(send('POST', `${group}/deleteInstances`, { instances }))[0]).toBe(400);
  });

  it('has an error in the documented shape, regional groups, and a token', () => {
    const { send } = withPreset('gcp-mig', { services: ['web', 'api'] });
    expect(read(send('GET', `${zone}/instanceGroupManagers/db`))).toMatchObject([
      404,
      { error: { code: 404, errors: [{ domain: 'global', reason: 'notFound' }] } },
    ]);
    expect(
      read(send('GET', 'https://www.googleapis.com/compute/v1/projects/p/regions/r/instanceGroupManagers/prod-api')),
    ).toMatchObject([200, { baseInstanceName: 'api' }]);
    const token = 'http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token';
    expect(read(send('GET', token))).toMatchObject([200, { token_type: 'Bearer' }]);
  });

  it('says when the group would go on trying', () => {
    const { send } = withPreset('gcp-mig', { quota: 3 });
    expect(send('POST', `${group}/resize?size=5`)?.finding).toContain('the quota is exceeded');
  });
});

describe('openstack', () => {
  const nova = 'http://controller:8774/v2.1';

  it('creates, lists, shows and deletes servers', () => {
    const { send, backend } = withPreset('openstack');
    const created = send('POST', `${nova}/servers`, { server: { name: 'web-9', flavorRef: '1', imageRef: 'x' } });
    const id = '00000000-0000-4000-8000-000000000003';
    expect(read(created)).toMatchObject([202, { server: { id } }]);
    expect(read(send('GET', `${nova}/servers/${id}`))).toMatchObject([
      200,
      { server: { name: 'web-9', status: 'BUILD' } },
    ]);
    backend.becomeReady();
    expect(read(send('GET', `${nova}/servers/detail?status=ACTIVE`))).toMatchObject([
      200,
      { servers: [{}, {}, { id }] },
    ]);
    expect(read(send('DELETE', `${nova}/servers/${id}`))).toEqual([204, '']);
    expect(read(send('GET', `${nova}/servers/${id}`))).toMatchObject([404, { itemNotFound: { code: 404 } }]);
  });

  it('scales a cluster of Senlin', () => {
    const { send, backend } = withPreset('openstack');
    const act = (body: object) => read(send('POST', 'http://controller:8778/v1/clusters/web/actions', body));
    expect(act({ scale_out: { count: 2 } })).toEqual([202, { action: 'op-1' }]);
    expect(act({ scale_in: {} })).toEqual([202, { action: 'op-2' }]);
    expect(act({ resize: { adjustment_type: 'EXACT_CAPACITY', number: 6 } })).toEqual([202, { action: 'op-3' }]);
    expect(act({ resize: { adjustment_type: 'CHANGE_IN_PERCENTAGE', number: -50 } })).toEqual([
      202,
      { action: 'op-4' },
    ]);
    expect(backend.changes.map(({ desired }) => desired)).toEqual([4, 3, 6, 3]);
    expect(act({ scale_out: { count: 50 } })[0]).toBe(400);
    expect(read(send('GET', 'http://controller:8778/v1/clusters/web'))).toMatchObject([
      200,
      { cluster: { desired_capacity: 3, min_size: 1, max_size: 10 } },
    ]);
  });

  it('gives a token, and names its errors as Nova does', () => {
    const { send } = withPreset('openstack', { quota: 2 });
    expect(send('POST', 'http://controller:5000/v3/auth/tokens', { auth: {} })?.headers['x-subject-token']).toBe(
      'simulated',
    );
    expect(read(send('POST', `${nova}/servers`, { server: { name: 'a' } }))).toMatchObject([
      403,
      { forbidden: { code: 403 } },
    ]);
  });
});
