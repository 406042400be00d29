// `dewasm inspect`: what is in a module, as text or JSON.
import { inspect } from '../inspect.js';
import { readModule } from './build-one.js';
import { displayName } from './files.js';
import { EXIT } from './failure.js';
import { describe } from './inspect-text.js';
import { writeJson, writeStdout } from './report.js';
import { painter } from './text.js';
/** Fails for a module that is not valid, after describing it all the same. */
export async function inspectCommand(input, flags) {
    const file = displayName(input);
    const info = inspect(await readModule(input));
    if (flags['json'] === true)
        await writeJson({ file, ...info });
    else
        await writeStdout(describe(info, file, painter(process.stdout)));
    return info.valid ? EXIT.done : EXIT.failed;
}
