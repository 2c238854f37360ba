import { theoryTests } from './theoryTests.js';

theoryTests(1);
