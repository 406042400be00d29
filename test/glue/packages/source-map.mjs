// Mozilla's source-map, Rust with hand-written glue: the wasm calls back into
// JavaScript for every mapping it visits.
import { require, sourceOf, thrownBy } from './inputs.mjs';

export const load = () => require('source-map');

function generated({ SourceMapGenerator }) {
  const generator = new SourceMapGenerator({ file: 'out.js', sourceRoot: '/src' });
  for (let i = 0; i < 4000; i++) {
    generator.addMapping({
      generated: { line: 1 + (i >> 4), column: (i & 15) * 11 },
      original: { line: 1 + (i * 37) % 997, column: (i * 13) % 80 },
      source: `file${i % 5}.ts`,
      name: i % 3 ? undefined : `name${i % 41}`,
    });
  }
  return generator.toJSON();
}

export async function work(sourceMap) {
  const { SourceMapConsumer } = sourceMap;
  const results = [];
  for (const map of [generated(sourceMap), JSON.parse(sourceOf('xxhash-wasm/esm/xxhash-wasm.js.map'))]) {
    await SourceMapConsumer.with(map, null, (consumer) => {
      let visited = 0;
      const seen = [];
      consumer.eachMapping((mapping) => visited++ % 97 === 0 && seen.push(Object.values(mapping)), null, SourceMapConsumer.ORIGINAL_ORDER);
      const found = [];
      for (let i = 0; i < 200; i++) {
        found.push(consumer.originalPositionFor({ line: 1 + i, column: (i * 7) % 180, bias: i & 1 ? SourceMapConsumer.LEAST_UPPER_BOUND : undefined }));
        found.push(consumer.generatedPositionFor({ source: consumer.sources[i % consumer.sources.length], line: 1 + (i * 5), column: i % 80 }));
      }
      const all = consumer.allGeneratedPositionsFor({ source: consumer.sources[0], line: 38 });
      results.push({ visited, seen, found, all, sources: consumer.sources });
    });
  }
  const broken = await new SourceMapConsumer({ version: 3, sources: ['a'], names: [], mappings: 'AAAA,!' }).then((consumer) => thrownBy(() => consumer.originalPositionFor({ line: 1, column: 0 })), String);
  return { results, broken };
}
