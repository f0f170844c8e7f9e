import { createContext, type ReactNode } from "react";
import type { InputTab } from "./input/input-tab";
import type { Inputs } from "./inputs";
import type { ToastMessage } from "./toast";
import type { Answer } from "./use-injection";
import type { View } from "./use-view";

/** What the explorer is when it is a step of a lesson: it begins in a state, and neither takes nor keeps what is in the browser. */
export interface LessonFrame {
  readonly inputs: Inputs;
  readonly view: View;
  readonly tab: InputTab;
  /** Stands where the examples' menu stands otherwise. */
  readonly menu: ReactNode;
  /** What the lesson says, between the header and the panes; it sees the page by `PageContext`. */
  readonly panel: ReactNode;
}

/** What a lesson sees of the page, and can do to it. */
export interface LessonPage {
  readonly inputs: Inputs;
  readonly answer: Answer;
  replace(inputs: Inputs): void;
  onView(view: Partial<View>): void;
  onTab(tab: InputTab): void;
  say(message: ToastMessage): void;
}

/** The page that a lesson is part of. */
export const PageContext = createContext<LessonPage | undefined>(undefined);
