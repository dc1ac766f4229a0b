import { describeFeatureTable } from './feature-table';

describeFeatureTable({ platform: 'GKE', folder: 'gke', rows: 119, points: 'What none of them has' });
