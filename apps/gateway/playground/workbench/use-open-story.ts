import { choosePerson, useSession } from '../session/session';
import type { Story } from '../story';
import { useTabs } from './use-tabs';

/** Opens a story as the person whose story it is. */
export function useOpenStory(): (story: Story) => void {
  const session = useSession();
  const { openStory } = useTabs();
  return (story) => {
    choosePerson(session, story.person);
    openStory(story);
  };
}
