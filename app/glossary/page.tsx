import { Glossary } from "../../components/learn/glossary";

/** The field's terms. */
export default function GlossaryPage() {
  return <Glossary />;
}
