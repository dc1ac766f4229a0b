import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Assessment, type ClusterDecision, requestJsonSchema } from '../../lib/decision';
import { failuresOf } from '../../lib/decision/reasons';
import { decideExample, EXAMPLES, exampleRequest } from '../support/examples';

function decided(file: string): ClusterDecision {
  const decision = decideExample(exampleRequest(`payments/${file}`)).clusters.api;
  if (decision === undefined) throw new Error(`${file} has no cluster 'api'`);
  return decision;
}

function assessed(decision: ClusterDecision, id: string): Assessment {
  const found = decision.assessments.find((assessment) => assessment.candidate.id === id);
  if (found === undefined) throw new Error(`no candidate ${id}`);
  return found;
}

/** Ids of the constraints that stand in the way of a candidate. */
const failures = (assessment: Assessment): readonly string[] =>
  failuresOf(assessment.findings).map((finding) => finding.constraint);

const feasible = (decision: ClusterDecision): readonly string[] =>
  decision.assessments
    .filter((assessment) => assessment.feasible)
    .map((assessment) => assessment.candidate.id);

describe('the payments request', () => {
  const decision = decided('request.yaml');

  it('lands on GKE in Stockholm, because money and hours together are least there', () => {
    expect(decision.chosen).toBe('gke/europe-north2/regional');
    const objectives = feasible(decision).map((id) => assessed(decision, id).objectiveMicroUsd ?? Number.NaN);
    expect(objectives).toEqual([...objectives].sort((left, right) => left - right));
  });

  it('finds that all three platforms could run it', () => {
    expect(new Set(feasible(decision).map((id) => id.split('/')[0]))).toEqual(
      new Set(['eks', 'gke', 'on-prem']),
    );
  });

  it('finds the owned site dearer for its hours of people, not for its money alone', () => {
    const own = assessed(decision, 'on-prem/frankfurt/kubeadm');
    const winner = assessed(decision, 'gke/europe-north2/regional');
    expect(own.hours.hoursPerMonth).toBeGreaterThan(3 * winner.hours.hoursPerMonth);
    expect(own.lostBecause).toMatch(/^\$[\d,.]+ a month dearer: money \+\$[\d,.]+, hours \+27\.0$/);
  });

  it('takes cheaper places outside the EU out for residency alone, and says so', () => {
    expect(failures(assessed(decision, 'gke/us-central1/regional'))).toEqual(['data-residency']);
  });

  it('never lets a place without known prices pass', () => {
    const priceless = decision.assessments.filter((assessment) => assessment.cost.kind === 'unknown');
    expect(priceless.length).toBeGreaterThan(0);
    expect(priceless.filter((assessment) => assessment.feasible)).toEqual([]);
  });
});

describe('on-eks.yaml', () => {
  const decision = decided('on-eks.yaml');

  it('lands on EKS in Stockholm, because C5 is proven for EKS and not for GKE or the owned site', () => {
    expect(decision.chosen).toBe('eks/eu-north-1/3-zones');
    expect(failures(assessed(decision, 'gke/europe-north2/regional'))).toEqual(['compliance/C5']);
    expect(failures(assessed(decision, 'on-prem/frankfurt/kubeadm'))).toEqual(['compliance/C5']);
    expect(feasible(decision).filter((id) => !id.startsWith('eks/'))).toEqual([]);
  });
});

describe('on-gke.yaml', () => {
  const decision = decided('on-gke.yaml');

  it('lands on GKE in Frankfurt, because the data may not leave Germany and GKE is cheapest there', () => {
    expect(decision.chosen).toBe('gke/europe-west3/regional');
    expect(failures(assessed(decision, 'gke/europe-north2/regional'))).toEqual(['data-residency']);
    expect(feasible(decision)).toEqual([
      'gke/europe-west3/regional',
      'gke/europe-west10/regional',
      'eks/eu-central-1/3-zones',
      'on-prem/frankfurt/kubeadm',
    ]);
  });
});

describe('on-premises.yaml', () => {
  const decision = decided('on-premises.yaml');

  it('lands on the owned site, because no cloud in the catalogue is free of United States law', () => {
    expect(decision.chosen).toBe('on-prem/frankfurt/kubeadm');
    expect(feasible(decision)).toEqual(['on-prem/frankfurt/kubeadm']);
    expect(failures(assessed(decision, 'gke/europe-west3/regional'))).toEqual(['operator-law']);
    expect(failures(assessed(decision, 'eks/eu-central-1/3-zones'))).toEqual(['operator-law']);
  });
});

describe('the schema that editors read beside the examples', () => {
  it('is the one of this version', () => {
    const written = JSON.parse(readFileSync(join(EXAMPLES, 'request.schema.json'), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(requestJsonSchema())));
  });
});

describe('the three variants', () => {
  const lines = (file: string): readonly string[] =>
    readFileSync(join(EXAMPLES, 'payments', file), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'));

  it.each([
    ['on-eks.yaml', ['        - C5'], []],
    ['on-gke.yaml', ['        countries: [DE]'], ['        jurisdictions: [EU]']],
    ['on-premises.yaml', ['      operatorLaw:', '        jurisdictions: [EU]'], []],
  ])('%s is the request with one small edit', (file, added, removed) => {
    const original = [...lines('request.yaml')];
    const rest = [...lines(file)];
    for (const line of original.filter((known) => !removed.includes(known))) {
      expect(rest).toContain(line);
      rest.splice(rest.indexOf(line), 1);
    }
    expect(rest).toEqual(added);
  });
});
