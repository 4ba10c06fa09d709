import { configure } from '@testing-library/react';

// `waitFor` gives up after one second of its own accord, which a busy machine may need for a single turn.
configure({ asyncUtilTimeout: 60_000 });
