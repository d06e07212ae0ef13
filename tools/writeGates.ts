import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sampleGates } from './sampleGates';

const gates = await sampleGates(fileURLToPath(new URL('../public/samples', import.meta.url)));
if (gates.ok) {
  const file = fileURLToPath(new URL('../src/lab/examples/gates.json', import.meta.url));
  writeFileSync(file, `${JSON.stringify(gates.value)}\n`);
  console.log(file);
} else {
  console.error(gates.error);
  process.exitCode = 1;
}
