import { Course } from "../../components/learn/course";
import { OUTLINE } from "./outline";

/** The course: its lessons, and where to go on. */
export default function LearnPage() {
  return <Course lessons={OUTLINE} />;
}
