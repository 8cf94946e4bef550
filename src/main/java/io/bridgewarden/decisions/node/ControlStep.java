package io.bridgewarden.decisions.node;

/** What becomes of a controlled call. Of two that clash, the first in this order holds. */
public enum ControlStep {
    /** Nothing: its switch was not lost. */
    CONTINUE,
    /** It is controlled again. */
    RESUME,
    /** Its switch is asked whether it still has it. */
    LOOK,
    /** Its switch is waited for. */
    WAIT,
    /** It counts as ended. */
    END
}
