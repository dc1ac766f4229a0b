// The walls of the house. ARCHITECTURE.md says why each stands.
const DATA = '^lib/(values|document|catalog|decision|report|day-two)/';
const CONSTRUCTS = '^lib/(cluster|eks|gke|self-managed)/';
const ENGINE = 'node_modules/(cdktf|cdktn|constructs|@cdktf|@cdktn)(/|$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means that two files are one concept, or that a concept is missing.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'facts-and-decisions-know-no-constructs',
      severity: 'error',
      comment: 'The wall: what decides is plain data and pure functions, testable without any engine.',
      from: { path: DATA },
      to: { path: [ENGINE, '^lib/(cluster|eks|gke|self-managed|addons|fleet|cli)/'] },
    },
    {
      name: 'constructs-hold-no-decisions',
      severity: 'error',
      comment:
        'A construct defines what it is told. Facts (lib/catalog) and values are shared; decisions and records are not.',
      from: { path: CONSTRUCTS },
      to: { path: '^lib/(decision|report|fleet|cli)/' },
    },
    {
      name: 'platforms-do-not-know-each-other',
      severity: 'error',
      comment: 'What two platforms share belongs to lib/cluster.',
      from: { path: '^lib/(eks|gke|self-managed)/' },
      to: { path: '^lib/(eks|gke|self-managed)/', pathNot: '^lib/$1/' },
    },
    {
      name: 'vocabulary-knows-no-platform',
      severity: 'error',
      from: { path: '^lib/cluster/' },
      to: { path: '^lib/(eks|gke|self-managed|addons)/' },
    },
    {
      name: 'facts-know-no-decisions',
      severity: 'error',
      from: { path: '^lib/catalog/' },
      to: { path: '^lib/(decision|report)/' },
    },
    {
      name: 'values-are-the-foundation',
      severity: 'error',
      from: { path: '^lib/values/' },
      to: { path: '^lib/(?!values/)' },
    },
    {
      name: 'documents-know-no-content',
      severity: 'error',
      comment: 'Reading a file with places and sentences is the same whatever the file is about.',
      from: { path: '^lib/document/' },
      to: { path: '^lib/(?!(values|document)/)' },
    },
    {
      name: 'day-two-compares-texts',
      severity: 'error',
      comment:
        'What a change of a stack does is read from two synthesized texts; neither facts nor decisions are needed.',
      from: { path: '^lib/day-two/' },
      to: { path: '^lib/(?!(values|day-two)/)' },
    },
    {
      name: 'decisions-know-no-report',
      severity: 'error',
      from: { path: '^lib/decision/' },
      to: { path: '^lib/report/' },
    },
    {
      name: 'only-the-command-touches-the-outside',
      severity: 'error',
      comment: 'Files, processes and the network are for lib/cli. Facts, decisions and records compute.',
      from: { path: DATA },
      to: { path: '^(node:)?(fs|child_process|http|https|net|os|process|worker_threads)(/|$)' },
    },
    {
      name: 'the-network-is-for-refresh',
      severity: 'error',
      comment:
        'Clients of price lists are large and reach out; only lib/refresh may load them, and only the command may load that.',
      from: { path: '^lib/(?!refresh/|cli/)' },
      to: { path: ['^lib/refresh/', 'node_modules/@aws-sdk/', 'node_modules/@google-cloud/'] },
    },
    {
      name: 'refresh-knows-facts-only',
      severity: 'error',
      from: { path: '^lib/refresh/' },
      to: { path: [ENGINE, '^lib/(?!(values|document|catalog|refresh)/)'] },
    },
    {
      name: 'nothing-knows-the-command',
      severity: 'error',
      from: { path: '^lib/(?!cli/)' },
      to: { path: '^lib/cli/' },
    },
    {
      name: 'providers-by-resource-only',
      severity: 'error',
      comment: 'The root of a provider package costs seconds and gigabytes.',
      from: { path: '^lib/' },
      to: { path: 'node_modules/@cdktf/provider-[^/]+/lib/index' },
    },
    {
      name: 'private-stays-private',
      severity: 'error',
      comment:
        'lib/cluster/private is shared by the platforms; every other private folder is its own platform’s.',
      from: { path: '^lib/([^/]+)/' },
      to: { path: '/private/', pathNot: ['^lib/$1/', '^lib/cluster/private/'] },
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { path: '^lib/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
