import { describeFeatureTable } from './feature-table';

describeFeatureTable({ platform: 'EKS', folder: 'eks', rows: 82, points: 'What none of the four has' });
