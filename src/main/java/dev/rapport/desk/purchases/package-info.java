/** What was bought and agreed, with who the customers are: lists to search and a page for each. */
@NullMarked
package dev.rapport.desk.purchases;

import org.jspecify.annotations.NullMarked;
