// A hidden field with data-zone learns in which time zone the person sits.
document.querySelectorAll("input[data-zone]").forEach((field) => {
  field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
});
