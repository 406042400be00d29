// Chemistry in C++ by Emscripten with legacy exceptions: what is no molecule is thrown and caught inside, or
// arrives here as an exception.
import { requireFor } from '../optional-packages.mjs';

const name = '@rdkit/rdkit';

export const load = () => requireFor(name)(name)();

const SMILES = ['CCO', 'c1ccccc1C(=O)O', 'CC(=O)Oc1ccccc1C(=O)O', 'CN1C=NC2=C1C(=O)N(C(=O)N2C)C', 'not a smiles', 'c1cccc', 'C1CC', '[Xx]', 'CO(C)C', 'CC(C)Cc1ccc(cc1)[C@@H](C)C(=O)O', ''];

/** @param {() => unknown} action */
function outcome(action) {
  try {
    return action();
  } catch (error) {
    return { thrown: `${typeof error} ${error?.constructor?.name} ${error?.message ?? error}` };
  }
}

export function work(rdkit) {
  const all = SMILES.map((smiles) => outcome(() => {
    const molecule = rdkit.get_mol(smiles);
    if (molecule === null) return null;
    const seen = [molecule.get_smiles(), molecule.get_inchi(), molecule.get_descriptors(), molecule.get_molblock(), molecule.get_svg(), molecule.get_morgan_fp()];
    molecule.delete();
    return seen;
  }));
  const odd = [
    () => rdkit.get_mol('CCO', '{"sanitize": bogus}')?.get_smiles(),
    () => rdkit.get_qmol('[#6;R')?.get_smarts(),
    () => rdkit.get_mol('CCO').get_svg_with_highlights('{not json'),
    () => rdkit.get_rxn('[CH3:1][OH:2]>>[CH2:1]=[OH0:2]')?.get_svg().length,
    () => rdkit.get_rxn('garbage>>>')?.get_svg().length,
    () => rdkit.get_mol('x\n\n\n  1  0  0\nbroken molblock\n')?.get_smiles(),
    () => rdkit.get_mol('C1=CC=CN1').get_substruct_match(rdkit.get_qmol('n')),
  ].map(outcome);
  return { version: rdkit.version(), all, odd };
}
