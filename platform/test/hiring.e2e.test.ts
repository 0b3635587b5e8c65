import { tellHiringStory } from './support/hiring-story.ts';
import { startTestPlatform } from './support/test-platform.ts';

tellHiringStory(() => startTestPlatform());
