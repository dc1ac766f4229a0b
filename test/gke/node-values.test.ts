import { GkeAutoProvisioning, GkeHardening, GkeMode, GkeNodeUpgrade } from '../../lib/gke';

describe('an upgrade of nodes', () => {
  it('adds its surge, and the whole pool once more with blue and green', () => {
    expect(GkeNodeUpgrade.surge(2).mostExtraNodes(12)).toBe(2);
    expect(GkeNodeUpgrade.blueGreen({ batchPercent: 25 }).mostExtraNodes(12)).toBe(12);
  });

  it.each([
    [() => GkeNodeUpgrade.surge(-1), `'upgrade' surge (-1) must be a whole number of at least 0`],
    [() => GkeNodeUpgrade.surge(0), `'upgrade' surge (0) and unavailable (0) must come to 1 to 20 together`],
    [
      () => GkeNodeUpgrade.surge(15, 6),
      `'upgrade' surge (15) and unavailable (6) must come to 1 to 20 together`,
    ],
    [() => GkeNodeUpgrade.blueGreen({}), `'upgrade' blueGreen needs either 'batchNodes' or 'batchPercent'`],
    [
      () => GkeNodeUpgrade.blueGreen({ batchNodes: 0 }),
      `'upgrade' batchNodes (0) must be a whole number of at least 1`,
    ],
    [
      () => GkeNodeUpgrade.blueGreen({ batchPercent: 101 }),
      `'upgrade' batchPercent (101) must be a whole number of 1 to 100`,
    ],
    [
      () => GkeNodeUpgrade.blueGreen({ batchNodes: 1, poolSoakMinutes: 10_081 }),
      `'upgrade' poolSoakMinutes (10081) must be a whole number of 0 to 10080`,
    ],
  ])('fails with its bounds: %#', (make, message) => {
    expect(make).toThrow(message);
  });
});

describe('auto-provisioning', () => {
  it('fails with all its problems at once', () => {
    expect(() =>
      GkeAutoProvisioning.within({
        cpu: { max: 0 },
        memoryGib: { min: 5, max: 4 },
        accelerators: { 'L 4': { max: 1 } },
        diskSizeGib: 9,
      }),
    ).toThrow(
      `'cpu' max (0) must be a whole number of at least 1; 'memoryGib' min (5) must be a whole number of 0 to 'max' (4); 'accelerators' key 'L 4' must be a type such as 'nvidia-l4' or 'tpu-v5-lite-podslice'; 'diskSizeGib' (9) must be a whole number of at least 10, the least that GKE allows`,
    );
  });
});

describe('the hardened form', () => {
  it('fails without the group that GKE takes', () => {
    expect(() => GkeHardening.hardened({ securityGroup: 'admins@example.com' })).toThrow(
      `'securityGroup' (admins@example.com) must be 'gke-security-groups@' and your domain, the only name that GKE takes`,
    );
  });
});

describe('the mode of a cluster', () => {
  it('tells its kind', () => {
    expect(GkeMode.standard()).toEqual({ kind: 'standard', options: {} });
    expect(GkeMode.autopilot({ allowNetAdmin: true })).toEqual({
      kind: 'autopilot',
      options: { allowNetAdmin: true },
    });
  });
});
