import { useLanguage } from "../language";

const TEXTS = {
  en: "The server cannot be reached: injected in this browser, by the same engine.",
  zh: "无法连接服务器：由同一引擎在此浏览器中注入。",
};

export { answerHere } from "./engine";

/** What the page says while the result comes from this browser. */
export const offlineNotice = <OfflineNotice />;

function OfflineNotice() {
  const { language } = useLanguage();
  return (
    <p
      role="status"
      data-testid="offline"
      className="shrink-0 border-b border-line bg-warn-soft px-3 py-1 text-[12.5px] text-warn"
    >
      {TEXTS[language]}
    </p>
  );
}
