/* Before any module: zod would try whether it may make up code, which the page's policy forbids and reports. */
globalThis.__zod_globalConfig = { jitless: true };
