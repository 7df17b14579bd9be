import { useSession } from '../session/session';
import { useTexts } from '../texts';

/** In development a choice of demo people; elsewhere a field for a token, which stays in this tab of the browser. */
export function WhoAmI() {
  const texts = useTexts();
  const { people, person, setPerson, ownToken, setOwnToken } = useSession();
  if (people?.length === 0) {
    return (
      <label>
        {texts.token}
        <input
          id="token"
          type="password"
          autoComplete="off"
          placeholder={texts.tokenHint}
          value={ownToken}
          onChange={({ target }) => setOwnToken(target.value.trim())}
        />
      </label>
    );
  }
  return (
    <label>
      {texts.person}
      <select id="person" value={person} disabled={!people} onChange={({ target }) => setPerson(target.value)}>
        {['anonymous', ...(people?.map(({ name }) => name) ?? [person])].map((name) => (
          <option key={name} value={name}>
            {texts.people[name] ?? name}
          </option>
        ))}
      </select>
    </label>
  );
}
